package org.feedside.pages;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.feedside.content.PageDate;

/**
 * A day, in the forms that a page needs.
 *
 * @param iso for the {@code datetime} attribute
 */
public record Day(String iso, String text) {
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** Returns the day in the time zone in which the author dated it, independent of the visitor's. */
    static Day of(PageDate date) {
        var day = date.dateTime().toLocalDate();
        return new Day(day.toString(), ENGLISH.format(day));
    }
}
