package org.feedside.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Dates in header fields (RFC 9110, section 5.6.7): one format is written, three formats are recognised. */
public final class HttpDate {
    /** {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    private static final DateTimeFormatter IMF_FIXDATE = format("EEE, dd MMM uuuu HH:mm:ss 'GMT'");

    /** {@code Sunday, 06-Nov-94 08:49:37 GMT}, and {@code Sun Nov  6 08:49:37 1994}, the format of C's asctime. */
    private static final List<DateTimeFormatter> OBSOLETE =
            List.of(format("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"), format("EEE MMM ppd HH:mm:ss uuuu"));

    private HttpDate() {}

    private static DateTimeFormatter format(String pattern) {
        // The names of days and months in American English are the same in every version of Java.
        return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
    }

    public static String format(Instant instant) {
        return IMF_FIXDATE.format(instant);
    }

    /** Whether a text from a client names an instant. */
    static boolean names(String text, Instant instant) {
        // Some clients append "; length=1234", as Netscape did.
        var date = FieldText.trimmed(text.split(";", 2)[0]);
        return namesInMail(date, instant)
                || OBSOLETE.stream().anyMatch(format -> format.format(instant).equalsIgnoreCase(date));
    }

    /** The format of e-mail includes the one that is written here. Some clients send +0000 for GMT, or a day of one digit. */
    private static boolean namesInMail(String date, Instant instant) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME
                    .parse(date, Instant::from)
                    .equals(instant);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
