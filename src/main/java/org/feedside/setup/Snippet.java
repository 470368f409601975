package org.feedside.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A text that a site's owner puts into another program's file. */
public enum Snippet {
    AUTODISCOVERY(site -> site.isZolas() ? ZolaTags.text(site) : PlainTags.text(site)),
    NGINX(ServerBlocks::nginx),
    CADDY(ServerBlocks::caddy),
    APACHE(ServerBlocks::apache),
    SYSTEMD(Snippet::systemd);

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

    private static String systemd(SiteSetup site) {
        // A unit's specifiers start with a percent sign.
        var title = site.site().defaultLanguage().title().orElseGet(site::host);
        return Template.of("systemd")
                .fill(Map.of(
                        "title", unit(title.lines().collect(Collectors.joining(" "))),
                        "command",
                                unit(site.command().stream().map(Words::quoted).collect(Collectors.joining(" "))),
                        "site", unit(Words.quoted(site.folder())),
                        "feeds", unit(Words.quoted(site.feeds()))))
                .text();
    }

    private static String unit(String text) {
        return text.replace("%", "%%");
    }
}
