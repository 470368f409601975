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

/** Dates in header fields (RFC 9110, section 5.6.7): one format is written, three formats are read. */
public final class HttpDate {
    private static final Map<Long, String> MONTHS =
            numbered("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Map<Long, String> DAYS = numbered("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final Map<Long, String> FULL_DAYS =
            numbered("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    /** {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    private static final DateTimeFormatter IMF_FIXDATE = caseInsensitive()
            .appendText(DAY_OF_WEEK, DAYS)
            .appendPattern(", dd ")
            .appendText(MONTH_OF_YEAR, MONTHS)
            .appendPattern(" uuuu HH:mm:ss 'GMT'")
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    /** {@code Sun Nov  6 08:49:37 1994}, the format of C's asctime. */
    private static final DateTimeFormatter ASCTIME = caseInsensitive()
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
        return IMF_FIXDATE.format(instant);
    }

    /**
     * Parses a date; empty if it is malformed.
     *
     * @param now the current time, for the century of a two-digit year: at most fifty years in the future
     */
    static Optional<Instant> parse(String text, Instant now) {
        // Some clients append "; length=1234", as Netscape did.
        var date = text.split(";", 2)[0].strip();
        // RFC_1123_DATE_TIME accepts +0000 for GMT: some clients format the date as in e-mail.
        return List.of(IMF_FIXDATE, DateTimeFormatter.RFC_1123_DATE_TIME, ASCTIME, rfc850(now)).stream()
                .flatMap(format -> parse(date, format).stream())
                .findFirst();
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(format.parse(text, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
    private static DateTimeFormatter rfc850(Instant now) {
        var earliest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(49).withDayOfYear(1);
        return caseInsensitive()
                .appendText(DAY_OF_WEEK, FULL_DAYS)
                .appendPattern(", dd-")
                .appendText(MONTH_OF_YEAR, MONTHS)
                .appendLiteral('-')
                .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter()
                .withZone(ZoneOffset.UTC);
    }

    /** A builder for fixed English names: locale data changes between Java versions. */
    private static DateTimeFormatterBuilder caseInsensitive() {
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
