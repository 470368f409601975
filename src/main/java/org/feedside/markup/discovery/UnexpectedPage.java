package org.feedside.markup.discovery;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * What a page is, as far as somebody must know who did not expect one.
 *
 * @param title what it calls itself
 * @param asksForPassword whether it has a field for one, as a page to log in has
 */
public record UnexpectedPage(Optional<String> title, boolean asksForPassword) {
    private static final Pattern BEGINNING = Pattern.compile(
            "\\uFEFF?\\s*(?:<\\?xml.*?\\?>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html)\\b",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** Whether a text begins as a page does. */
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
