package org.feedside.http;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.HttpConfig;
import org.feedside.publishing.Document;

/**
 * The file {@code _headers}, with which Netlify and Cloudflare Pages set header fields. Feedside's rules are between two
 * comments; what the site's author wrote stays. There is one rule for each file name and not for each feed, because
 * Cloudflare Pages reads 100 rules.
 */
public final class HeadersFile {
    public static final String NAME = "_headers";

    private static final String BEGIN = "# Feedside's rules begin here; each build replaces them.\n";
    private static final String END = "# Feedside's rules end here.\n";
    private static final Pattern RULES =
            Pattern.compile("(?ms)^# Feedside's rules begin here.*?^# Feedside's rules end here\\.\\R?");

    private HeadersFile() {}

    /**
     * Returns the file with the rules for these documents, in place of Feedside's earlier rules.
     *
     * @param text the file as it is; empty if there is none
     */
    public static String with(Collection<Document> documents, HttpConfig config, String text) {
        var rules = new TreeMap<String, String>();
        for (var document : documents) {
            if (document.kind() != Document.Kind.PAGE) {
                rules.put(rulePath(document), fields(document, config));
            }
        }
        var added = rules.entrySet().stream()
                .map(rule -> rule.getKey() + "\n" + rule.getValue())
                .collect(Collectors.joining());
        var others = RULES.matcher(text).replaceAll("");
        return others + (others.isEmpty() || others.endsWith("\n") ? "" : "\n") + BEGIN + added + END;
    }

    /** Returns a path that one rule has for all feeds in folders with this file name; others have their own path. */
    private static String rulePath(Document document) {
        var path = PercentEncoding.path(document.path());
        var nameStart = path.lastIndexOf('/') + 1;
        return nameStart == 0 || document.kind() != Document.Kind.FEED ? "/" + path : "/*/" + path.substring(nameStart);
    }

    private static String cacheControl(Document document, HttpConfig config) {
        return switch (document.kind()) {
            case ASSET -> CacheControl.ASSET;
            case MANIFEST -> CacheControl.MANIFEST;
            case FEED, PAGE -> CacheControl.of(config, Optional.empty());
        };
    }

    private static String fields(Document document, HttpConfig config) {
        return Stream.of(
                        "Content-Type: " + document.mediaType(),
                        "Cache-Control: " + cacheControl(document, config),
                        "Access-Control-Allow-Origin: *",
                        "X-Content-Type-Options: nosniff")
                .map(field -> "  " + field + "\n")
                .collect(Collectors.joining());
    }
}
