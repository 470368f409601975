package org.feedside.markup.discovery;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * A page that was served where a feed was expected.
 *
 * @param asksForPassword whether it has a password field, as a login page does
 */
public record UnexpectedPage(Optional<String> title, boolean asksForPassword) {
    private static final Pattern BEGINNING = Pattern.compile(
            "\\uFEFF?\\s*(?:<\\?xml.*?\\?>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html)\\b",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** Returns whether a text starts like an HTML page. */
    public static boolean isPage(String text) {
        return BEGINNING.matcher(text).lookingAt();
    }

    public static UnexpectedPage of(String html) {
        var page = Jsoup.parse(html);
        return new UnexpectedPage(
                Optional.of(page.title().strip()).filter(title -> !title.isEmpty()),
                page.selectFirst("input[type=password]") != null);
    }
}
