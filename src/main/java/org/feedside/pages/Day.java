package org.feedside.pages;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.feedside.content.PageDate;

/**
 * A day.
 *
 * @param iso for machines
 * @param text for people
 */
public record Day(String iso, String text) {
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** The day on which the author dated it, wherever the reader is. */
    static Day of(PageDate date) {
        var day = date.dateTime().toLocalDate();
        return new Day(day.toString(), ENGLISH.format(day));
    }
}
