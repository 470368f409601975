package org.feedside.markup.cleaning;

import org.jsoup.Jsoup;

/** Converts HTML to plain text on one line. */
public final class PlainText {
    private PlainText() {}

    /** Returns the visible text of the HTML without its images; empty if there is none. */
    public static String of(String html) {
        return Jsoup.parseBodyFragment(html).text().strip();
    }
}
