package org.feedside.content;

import static java.time.format.DateTimeFormatter.ISO_INSTANT;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date of a page, which is parsed, ordered and printed as Zola does it (zola.md, section 3.1).
 *
 * @param text the canonical form; Zola compares these texts to find the {@code updated} of a feed
 * @param dateTime the date with the offset as written; UTC if there was none
 * @param hasOffset whether an offset was written
 */
public record PageDate(String text, OffsetDateTime dateTime, boolean hasOffset) {
    private static final Pattern TOML = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)(?:[Tt ](\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d+))?([Zz]|[+-]\\d\\d:\\d\\d)?)?");
    private static final Pattern YAML = Pattern.compile(
            "(\\d{4})-(\\d\\d?)-(\\d\\d?)(?:(?:[Tt]|[ \\t]+)(\\d\\d?):(\\d\\d):(\\d\\d)(?:\\.(\\d{0,9}))?[ \\t]*(?:(Z)|([-+]\\d\\d?)(?::(\\d\\d))?)?)?");
    private static final DateTimeFormatter RSS =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    /** Reads a TOML date or a YAML 1.1 timestamp; empty if the text is neither or the day does not exist. */
    public static Optional<PageDate> parse(String text) {
        try {
            var toml = TOML.matcher(text);
            if (toml.matches()) {
                return Optional.of(ofToml(
                        toml.group(1),
                        Optional.ofNullable(toml.group(2)),
                        Optional.ofNullable(toml.group(3)),
                        Optional.ofNullable(toml.group(4))));
            }
            return yaml(text);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads a date in the form that {@link #rss} returns. */
    public static Optional<PageDate> parseRss(String text) {
        try {
            return parse(OffsetDateTime.parse(text, RSS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns an instant as a date in UTC. */
    public static PageDate of(Instant instant) {
        var dateTime = instant.atOffset(ZoneOffset.UTC);
        return new PageDate(ISO_LOCAL_DATE_TIME.format(dateTime) + "Z", dateTime, true);
    }

    private static PageDate ofToml(
            String day, Optional<String> time, Optional<String> fraction, Optional<String> offset) {
        var date = LocalDate.parse(day);
        if (time.isEmpty()) {
            return new PageDate(day, date.atStartOfDay().atOffset(ZoneOffset.UTC), false);
        }
        var dateTime = date.atTime(LocalTime.parse(time.get())).plusNanos(nanos(fraction.orElse("")));
        var zone = offset.map(o -> o.toUpperCase(Locale.ROOT));
        var withOffset = dateTime.atOffset(zone.map(ZoneOffset::of).orElse(ZoneOffset.UTC));
        return new PageDate(ISO_LOCAL_DATE_TIME.format(withOffset) + zone.orElse(""), withOffset, zone.isPresent());
    }

    private static Optional<PageDate> yaml(String text) {
        var match = YAML.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var dateTime = LocalDateTime.of(
                        Integer.parseInt(match.group(1)),
                        Integer.parseInt(match.group(2)),
                        Integer.parseInt(match.group(3)),
                        number(match.group(4)),
                        number(match.group(5)),
                        number(match.group(6)))
                .plusNanos(nanos(Optional.ofNullable(match.group(7)).orElse("")));
        var hours = number(match.group(9));
        var minutes = number(match.group(10));
        var offset = ZoneOffset.ofHoursMinutes(hours, hours < 0 ? -minutes : minutes);
        var withOffset = dateTime.atOffset(offset);
        var hasOffset = match.group(8) != null || match.group(9) != null;
        return Optional.of(
                new PageDate(ISO_LOCAL_DATE_TIME.format(withOffset) + offset.getId(), withOffset, hasOffset));
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The nanoseconds of a fraction of a second, given as its digits. */
    static long nanos(String digits) {
        return Long.parseLong((digits + "000000000").substring(0, 9));
    }

    /** The instant by which pages are ordered; a date without an offset is in UTC. */
    public Instant instant() {
        return dateTime.toInstant();
    }

    /** The instant of the date; a date without an offset is in {@code zone}. */
    public Instant instantIn(ZoneId zone) {
        return hasOffset ? instant() : dateTime.toLocalDateTime().atZone(zone).toInstant();
    }

    /** The date for Atom (RFC 3339), with the offset as written; UTC is {@code +00:00}, never {@code Z}. */
    public String atom() {
        // ISO_INSTANT writes 3, 6 or 9 digits of a fraction.
        var text = ISO_INSTANT.format(dateTime.toLocalDateTime().toInstant(ZoneOffset.UTC));
        return text.replace("Z", OFFSET.format(dateTime));
    }

    /** The date for RSS (RFC 822 with a four-digit year), with the offset as written. */
    public String rss() {
        return RSS.format(dateTime);
    }
}
