package org.feedside.tools.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.config.SiteConfig;
import org.feedside.feeds.Format;

/**
 * The feed files of one format in all folders.
 *
 * @param names their names, Feedside's own first
 */
record FeedFileKind(Format format, List<String> names) {
    FeedFileKind {
        names = List.copyOf(names);
    }

    /** Returns the formats of a site with the file names in all languages. */
    static List<FeedFileKind> of(SiteConfig config) {
        return Arrays.stream(Format.values())
                .map(format -> new FeedFileKind(format, names(format, config)))
                .toList();
    }

    private static List<String> names(Format format, SiteConfig config) {
        var others = config.languages().stream()
                .flatMap(language -> language.feedFilenames().stream())
                .filter(name -> Format.of(name, config) == format)
                .sorted();
        return Stream.concat(Stream.of(format.fileName()), others).distinct().toList();
    }

    String word() {
        return format.name().toLowerCase(Locale.ROOT);
    }

    /** Returns a regular expression for their paths below a path without a trailing slash. */
    String pattern(String basePath) {
        return (basePath.isEmpty() ? "(^|/)" : "^" + escaped(basePath) + "/(.*/)?") + alternatives(names) + "$";
    }

    /** Returns a regular expression for their names without folders. */
    String filePattern() {
        return "^"
                + alternatives(names.stream()
                        .map(name -> name.substring(name.lastIndexOf('/') + 1))
                        .distinct()
                        .toList())
                + "$";
    }

    private static String alternatives(List<String> names) {
        return names.size() == 1
                ? escaped(names.get(0))
                : names.stream().map(FeedFileKind::escaped).collect(Collectors.joining("|", "(", ")"));
    }

    /** Returns the text as a regular expression that matches it literally. */
    static String escaped(String text) {
        return text.replaceAll("[.+*?^$()\\[\\]{}|\\\\]", "\\\\$0");
    }
}
