package org.feedside.tools.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A text that a site's owner puts into another program's file. */
public enum Snippet {
    AUTODISCOVERY(site -> site.isZolas() ? ZolaTags.text(site) : PlainTags.text(site)),
    NGINX(ServerBlocks::nginx),
    CADDY(ServerBlocks::caddy),
    APACHE(ServerBlocks::apache),
    SYSTEMD(SystemdUnit::text);

    @SuppressWarnings("ImmutableEnumChecker") // The functions hold nothing.
    private final Function<SiteSetup, String> text;

    Snippet(Function<SiteSetup, String> text) {
        this.text = text;
    }

    /** What people call it. */
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

    /** The text for a site; remarks in it say where it goes. */
    public String text(SiteSetup site) {
        return text.apply(site);
    }
}
