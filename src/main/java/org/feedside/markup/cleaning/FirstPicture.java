package org.feedside.markup.cleaning;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Finds the picture that stands for a text. */
public final class FirstPicture {
    /** Below 100 pixels are tracking pixels, icons and emoji. */
    private static final String LARGE =
            "img[src~=(?i)^https?:]:not(.emoji, [width~=^\\d{1,2}(px)?$], [height~=^\\d{1,2}(px)?$])";

    private static final Pattern BADGE = Pattern.compile("(?i)\\.svg(?:[?#]|$)|badge|//img\\.shields\\.io/");

    private FirstPicture() {}

    /**
     * Returns the URL of the first picture of the HTML. Data URLs, badges, SVG files, which few readers show, emoji and
     * small pictures do not count.
     */
    public static Optional<String> of(String html) {
        if (!html.contains("<img")) {
            return Optional.empty();
        }
        return Selection.of(Jsoup.parseBodyFragment(html).body(), LARGE).stream()
                .map(picture -> picture.attr("src"))
                .filter(url -> !BADGE.matcher(url).find())
                .findFirst();
    }
}
