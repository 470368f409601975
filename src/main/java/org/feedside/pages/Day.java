package org.feedside.pages;

import org.feedside.content.PageDate;

/**
 * A day, in the forms that a page needs.
 *
 * @param iso for the {@code datetime} attribute
 */
public record Day(String iso, String text) {
    /** Returns the day in the time zone in which the author dated it, independent of the visitor's. */
    static Day of(PageDate date, Texts texts) {
        var day = date.dateTime().toLocalDate();
        return new Day(day.toString(), texts.date(day));
    }
}
