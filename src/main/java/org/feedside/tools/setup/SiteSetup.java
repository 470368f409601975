package org.feedside.tools.setup;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.feedside.config.Configuration;
import org.feedside.config.Layout;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteConfig;

/**
 * A site as it is installed on a machine. All paths are absolute.
 *
 * @param built the folder of the built site
 * @param port the port, if the command has it as an option
 * @param command the command that starts Feedside: a program with its path, and its first arguments
 */
public record SiteSetup(
        Configuration configuration,
        Path folder,
        Path feeds,
        Path built,
        Optional<Integer> port,
        List<String> command) {
    public SiteSetup {
        command = List.copyOf(command);
    }

    SiteConfig site() {
        return configuration.site();
    }

    ServiceConfig service() {
        var service = configuration.service();
        return service.withHostAndPort(service.host(), port.orElse(service.port()));
    }

    boolean isZolas() {
        return site().layout() instanceof Layout.Zola;
    }

    URI baseUrl() {
        return site().address();
    }

    /** Returns the site's host, with its port if base_url has one. */
    String host() {
        return Optional.ofNullable(baseUrl().getRawAuthority()).orElse("");
    }

    /** Returns the path of base_url without a trailing slash; empty for a site at the root. */
    String basePath() {
        return Optional.ofNullable(baseUrl().getPath()).orElse("").replaceFirst("/+$", "");
    }

    /** Returns the address at which a proxy on this machine reaches the service. */
    String address() {
        return reachable(service().host()) + ":" + service().port();
    }

    /** Returns an address at which a web server can serve the files while the service is down. */
    String standby() {
        return "127.0.0.1:" + (service().port() > 1 ? service().port() - 1 : 8079);
    }

    private static String reachable(String host) {
        if (host.equals("0.0.0.0") || host.equals("::") || host.equals("[::]")) {
            return "127.0.0.1";
        }
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
