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
 * A site as it is set up on a machine.
 *
 * @param folder the site's folder; like the others, as an absolute path
 * @param feeds the folder of the feeds
 * @param built the folder of the site's pages
 * @param command what starts Feedside: a program with its whole path, and the first words it is told
 */
public record SiteSetup(Configuration configuration, Path folder, Path feeds, Path built, List<String> command) {
    public SiteSetup {
        command = List.copyOf(command);
    }

    SiteConfig site() {
        return configuration.site();
    }

    ServiceConfig service() {
        return configuration.service();
    }

    boolean isZolas() {
        return site().layout() instanceof Layout.Zola;
    }

    URI baseUrl() {
        return URI.create(site().baseUrl());
    }

    /** The site's host, and its port if it is written. */
    String host() {
        return Optional.ofNullable(baseUrl().getRawAuthority()).orElse("");
    }

    /** The path of base_url; without a slash at the end, and so nothing for a site at the root. */
    String basePath() {
        return Optional.ofNullable(baseUrl().getPath()).orElse("").replaceFirst("/+$", "");
    }

    /** The path of the pages for people, if there are any. */
    Optional<String> pages() {
        return service().pages().folder().map(pages -> basePath() + "/" + pages);
    }

    /** Where a proxy on this machine finds the service. */
    String address() {
        return reachable(service().host()) + ":" + service().port();
    }

    /** Where a web server can serve the feeds' files when the service is down: a port that Feedside does not use. */
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
