package org.feedside.base.slugs;

import java.util.Locale;

/** Makes slugs according to Zola's {@code slugify} settings (zola.md, section 4). {@link Transliteration} documents the characters that are covered. */
public final class Slugs {
    private Slugs() {}

    /** Returns the slug of a path component or a term; it may be empty. */
    public static String ofPath(String text, SlugMode mode) {
        return switch (mode) {
            case ON -> ascii(text);
            case LOWER -> hyphenated(text).toLowerCase(Locale.ROOT);
            case CASED -> hyphenated(text);
            case SAFE -> text.replaceAll("[ .]+$", "").replaceAll("[<>:\"/\\\\|?*]", "");
            case OFF -> text;
        };
    }

    /** Returns the slug of a heading; it may be empty. */
    public static String ofAnchor(String text, SlugMode mode) {
        return mode == SlugMode.ON ? ascii(text) : text.replaceAll("[ \t\n\f\r]", "_");
    }

    private static String ascii(String text) {
        var slug = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (codePoint < 0x80) {
                append(slug, (char) codePoint);
            } else {
                Transliteration.of(codePoint).chars().forEach(c -> append(slug, (char) c));
            }
        });
        var end = slug.length() - 1;
        return end >= 0 && slug.charAt(end) == '-' ? slug.substring(0, end) : slug.toString();
    }

    private static void append(StringBuilder slug, char c) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            slug.append(c);
        } else if (c >= 'A' && c <= 'Z') {
            slug.append((char) (c - 'A' + 'a'));
        } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
            slug.append('-');
        }
    }

    private static String hyphenated(String text) {
        return text.strip()
                .replaceAll("[^\\p{L}\\p{M}\\p{Nd}\\s._~+#@/-]", "")
                .replaceAll("\\s*-\\s*|\\s+", "-")
                .replaceAll("^/+|/+$|(?<=/)/+", "");
    }
}
