package org.feedside.operating;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats numbers and durations for people. */
public final class HumanText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};
    private static final int THOUSAND = 1_000;

    private HumanText() {}

    /** Formats a duration in its two largest units: {@code 3 d 4 h}, {@code 5 min 20 s}, {@code 350 ms}. */
    public static String duration(Duration duration) {
        if (duration.toSeconds() == 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.toHours() == 0) {
            return two(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
        }
        return duration.toDays() == 0
                ? two(duration.toHours(), "h", duration.toMinutesPart(), "min")
                : two(duration.toDays(), "d", duration.toHoursPart(), "h");
    }

    private static String two(long many, String unit, int rest, String smaller) {
        return rest == 0 ? many + " " + unit : "%d %s %d %s".formatted(many, unit, rest, smaller);
    }

    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Formats a number of documents: {@code 1 document}. */
    public static String documents(long number) {
        return number(number) + (number == 1 ? " document" : " documents");
    }

    /** Formats a number of bytes: {@code 7.4 MB}. */
    public static String bytes(long bytes) {
        if (bytes < THOUSAND) {
            return bytes + " B";
        }
        var size = (double) bytes / THOUSAND;
        var unit = 0;
        while (size >= THOUSAND && unit < UNITS.length - 1) {
            size /= THOUSAND;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }

    /** Formats a share: {@code 97 %}, or a dash if the total is 0. */
    public static String share(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.0f %%", 100.0 * part / whole);
    }
}
