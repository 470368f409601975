package org.feedside.tools.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A text for another program's configuration or templates. */
public enum Snippet {
    AUTODISCOVERY,
    NGINX,
    CADDY,
    APACHE,
    SYSTEMD;

    /** Returns the name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Snippet> of(String word) {
        return Arrays.stream(values())
                .filter(snippet -> snippet.word().equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Snippet::word).toList();
    }

    /** Returns the text for a site. Comments in it say where it belongs. */
    public String text(SiteSetup site) {
        return switch (this) {
            case AUTODISCOVERY -> AutodiscoveryTags.text(site);
            case NGINX, CADDY, APACHE -> ServerBlocks.text(word(), site);
            case SYSTEMD -> SystemdUnit.text(site);
        };
    }
}
