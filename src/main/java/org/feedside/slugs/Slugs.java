package org.feedside.slugs;

import java.util.Locale;
import net.gcardone.junidecode.Junidecode;
import org.feedside.config.SlugMode;

/** Makes slugs as Zola's {@code slugify} settings say. */
public final class Slugs {
    private Slugs() {}

    /** The slug of a path component or a term; may be empty. */
    public static String ofPath(String text, SlugMode mode) {
        return switch (mode) {
            case ON -> ascii(text);
            case SAFE -> withoutForbiddenCharacters(text);
            case OFF -> text;
        };
    }

    /** The slug of a heading; may be empty. */
    public static String ofAnchor(String text, SlugMode mode) {
        return mode == SlugMode.ON ? ascii(text) : text.replaceAll("[ \t\n\f\r]", "_");
    }

    private static String ascii(String text) {
        var slug = new StringBuilder();
        var decoded = Junidecode.unidecode(text).toLowerCase(Locale.ROOT);
        for (int i = 0; i < decoded.length(); i++) {
            var c = decoded.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                slug.append(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        if (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.toString();
    }

    private static String withoutForbiddenCharacters(String text) {
        return text.replaceAll("[ .]+$", "").replaceAll("[<>:\"/\\\\|?*\r\n]", "");
    }
}
