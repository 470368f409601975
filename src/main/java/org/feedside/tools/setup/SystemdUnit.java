package org.feedside.tools.setup;

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
        var feeds = ConfigQuoting.quoted(site.feeds());
        return HEAD.formatted(feeds)
                + TextResource.text(SystemdUnit.class, "feedside.service")
                        .lines()
                        .dropWhile(line -> line.startsWith("#"))
                        .filter(line -> !line.startsWith("EnvironmentFile="))
                        .map(line -> placed(line, site, feeds) + "\n")
                        .collect(Collectors.joining());
    }

    private static String placed(String line, SiteSetup site, String feeds) {
        if (line.startsWith("Description=")) {
            var title = site.site().defaultLanguage().title().orElseGet(site::host);
            return "Description=Feeds of " + escaped(title.lines().collect(Collectors.joining(" ")));
        }
        if (line.startsWith("ExecStart=")) {
            var command = site.command().stream().map(ConfigQuoting::quoted).collect(Collectors.joining(" "));
            var others = site.feeds().equals(site.folder().resolve("feeds")) ? "" : " --feeds " + feeds;
            return "ExecStart=" + escaped(command + " serve " + ConfigQuoting.quoted(site.folder()) + others);
        }
        return line.startsWith("StateDirectory=") ? "ReadWritePaths=" + escaped(feeds) : line;
    }

    /** Specifiers in a unit start with a percent sign. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }
}
