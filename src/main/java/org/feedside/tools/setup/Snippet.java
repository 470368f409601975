package org.feedside.tools.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A text for another program's configuration or templates. */
public enum Snippet {
    AUTODISCOVERY(AutodiscoveryTags::text),
    NGINX(site -> ServerBlocks.text("nginx", site)),
    CADDY(site -> ServerBlocks.text("caddy", site)),
    APACHE(site -> ServerBlocks.text("apache", site)),
    SYSTEMD(SystemdUnit::text);

    @SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
    private final Function<SiteSetup, String> text;

    Snippet(Function<SiteSetup, String> text) {
        this.text = text;
    }

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
        return text.apply(site);
    }
}
