package org.feedside.http;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.DAY_OF_WEEK;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The dates of header fields (RFC 9110, section 5.6.7): written in one form, read in three. */
public final class HttpDate {
    private static final Map<Long, String> MONTHS =
            numbered("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Map<Long, String> DAYS = numbered("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final Map<Long, String> LONG_DAYS =
            numbered("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    /** {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    private static final DateTimeFormatter FIXED = lenientCase()
            .appendText(DAY_OF_WEEK, DAYS)
            .appendPattern(", dd ")
            .appendText(MONTH_OF_YEAR, MONTHS)
            .appendPattern(" uuuu HH:mm:ss 'GMT'")
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    /** {@code Sun Nov  6 08:49:37 1994}, as C prints it. */
    private static final DateTimeFormatter ASCTIME = lenientCase()
            .appendText(DAY_OF_WEEK, DAYS)
            .appendLiteral(' ')
            .appendText(MONTH_OF_YEAR, MONTHS)
            .appendLiteral(' ')
            .padNext(2)
            .appendValue(DAY_OF_MONTH)
            .appendPattern(" HH:mm:ss uuuu")
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    public static String format(Instant instant) {
        return FIXED.format(instant);
    }

    /**
     * Reads a date; nothing if it is none.
     *
     * @param now decides the century of a year with two digits: none is more than fifty years ahead
     */
    static Optional<Instant> parse(String text, Instant now) {
        // Some clients still add what Netscape did: "; length=1234".
        var date = text.split(";", 2)[0].strip();
        // The second form lets a client write +0000 for GMT, as those do that format a parsed date for e-mail.
        return List.of(FIXED, DateTimeFormatter.RFC_1123_DATE_TIME, ASCTIME, rfc850(now)).stream()
                .flatMap(form -> parse(date, form).stream())
                .findFirst();
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter form) {
        try {
            return Optional.of(form.parse(text, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
    private static DateTimeFormatter rfc850(Instant now) {
        var earliest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(49).withDayOfYear(1);
        return lenientCase()
                .appendText(DAY_OF_WEEK, LONG_DAYS)
                .appendPattern(", dd-")
                .appendText(MONTH_OF_YEAR, MONTHS)
                .appendLiteral('-')
                .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter()
                .withZone(ZoneOffset.UTC);
    }

    /** The names do not come from a locale, whose data changes between versions of Java. */
    private static DateTimeFormatterBuilder lenientCase() {
        return new DateTimeFormatterBuilder().parseCaseInsensitive();
    }

    private static Map<Long, String> numbered(String... names) {
        var numbered = new TreeMap<Long, String>();
        for (var i = 0; i < names.length; i++) {
            numbered.put(i + 1L, names[i]);
        }
        return numbered;
    }
}
