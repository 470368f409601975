package org.feedside.tools.setup;

import java.util.Map;
import java.util.stream.Collectors;
import org.feedside.base.text.TextResource;

/** The package's systemd unit with the paths of one site. */
final class SystemdUnit {
    private static final String HEAD = """
            # /etc/systemd/system/feedside.service
            # First, as root: adduser --system --group feedside; install -d -o feedside -g feedside %s
            """;

    private SystemdUnit() {}

    static String text(SiteSetup site) {
        var feeds = ConfigQuoting.quoted(site.feeds().toString());
        var title = site.site().defaultLanguage().title().orElseGet(site::host);
        var command = site.command().stream().map(ConfigQuoting::quoted).collect(Collectors.joining(" "));
        var option = site.feeds().equals(site.folder().resolve("feeds")) ? "" : " --feeds " + feeds;
        var port = site.port().map(" --port %d"::formatted).orElse("");
        var serve = command + " serve " + ConfigQuoting.quoted(site.folder().toString()) + option + port;
        var changed = Map.of(
                "Description", "Description=Feeds of " + escaped(title.lines().collect(Collectors.joining(" "))),
                "ExecStart", "ExecStart=" + escaped(serve),
                "StateDirectory", "ReadWritePaths=" + escaped(feeds));
        return HEAD.formatted(feeds)
                + TextResource.text(SystemdUnit.class, "feedside.service")
                        .lines()
                        .dropWhile(line -> line.startsWith("#"))
                        .filter(line -> !line.startsWith("EnvironmentFile="))
                        .map(line -> changed.getOrDefault(line.replaceFirst("=.*", ""), line) + "\n")
                        .collect(Collectors.joining());
    }

    /** Specifiers in a unit start with a percent sign. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }
}
