package org.feedside.markup.cleaning;

import org.jsoup.Jsoup;

/** HTML for those who want none: its words in one line. */
public final class PlainText {
    private PlainText() {}

    /** What a reader sees of HTML, without its pictures; empty if that is all there is. */
    public static String of(String html) {
        return Jsoup.parseBodyFragment(html).text().strip();
    }
}
