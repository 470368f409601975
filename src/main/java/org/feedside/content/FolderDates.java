package org.feedside.content;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as Hugo, Jekyll and Eleventy do.
 *
 * @param zone the timezone of dates without an offset; empty if none is configured
 * @param isJekyll whether a time without an offset is UTC whatever the zone, as Jekyll's YAML library reads it
 */
record FolderDates(Optional<ZoneId> zone, boolean isJekyll) {
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})"
            + "(?:(?:[Tt]|[ \\t]+)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9})\\d*)?)?"
            + "[ \\t]*(?:(Z|z|UTC|GMT)|([+-])(\\d{1,2})(?::?(\\d{2}))?)?)?");

    /** Reads a date; empty if the text is not a date or the day does not exist. */
    Optional<PageDate> parse(String text) {
        var match = DATE.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return PageDate.parse(canonical(match));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String canonical(Matcher match) {
        var day = LocalDate.of(number(match.group(1)), number(match.group(2)), number(match.group(3)));
        if (match.group(4) == null) {
            return zone.map(z -> inZone(day.atStartOfDay(), z)).orElse(day.toString());
        }
        var time = day.atTime(LocalTime.of(number(match.group(4)), number(match.group(5)), number(match.group(6))))
                .plusNanos(PageDate.nanos(Optional.ofNullable(match.group(7)).orElse("")));
        var text = ISO_LOCAL_DATE_TIME.format(time);
        if (match.group(9) != null) {
            return text + "%s%02d:%02d".formatted(match.group(9), number(match.group(10)), number(match.group(11)));
        }
        return isJekyll || match.group(8) != null
                ? text + "Z"
                : zone.map(z -> inZone(time, z)).orElse(text);
    }

    private static String inZone(LocalDateTime time, ZoneId zone) {
        return ISO_OFFSET_DATE_TIME.format(time.atZone(zone));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
