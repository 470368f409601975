package org.feedside.tools.doctor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the freshness lifetime suits a feed (publishing.md, section 1.3). */
final class CachingRule implements Rule {
    private static final Duration MAX_LIFETIME = Duration.ofDays(1);
    private static final Duration OLD = Duration.ofHours(1);
    private static final Pattern SECONDS = Pattern.compile("\"?([0-9]{1,18})\"?");

    private static final String REMEDY =
            "leave Cache-Control as Feedside sends it (an hour, and a minute for shared caches). nginx: no `expires`, `add_header"
                    + " Cache-Control` or `proxy_hide_header` for the feeds; Caddy: no `header Cache-Control`; Cloudflare: Caching,"
                    + " Browser Cache TTL “Respect Existing Headers”, and no cache rule that sets a TTL.";

    @Override
    public Optional<List<Remark>> check(Visit visit, Examination all) {
        return visit.download().map(d -> remarks(d.fields(), all));
    }

    private static List<Remark> remarks(ResponseFields fields, Examination all) {
        var remarks = new ArrayList<Remark>();
        var forbidden = forbidden(fields);
        if (!forbidden.isEmpty()) {
            remarks.add(Remark.warning(
                    "must not be cached (%s)".formatted(String.join(", ", forbidden)),
                    "Miniflux drops its validators, FreshRSS polls as often as it is allowed to, and caches do not help.",
                    REMEDY));
        }
        var lifetimes = lifetimes(fields);
        lifetimes.stream()
                .max(Duration::compareTo)
                .filter(time -> time.compareTo(MAX_LIFETIME) > 0)
                .ifPresent(time -> remarks.add(Remark.warning(
                        "may be cached for %s (%s)".formatted(inWords(time), lifetimeField(fields)),
                        "Caches, and readers that honour it, do not ask again before then, so new posts appear that much later.",
                        REMEDY)));
        if (lifetimes.isEmpty() && forbidden.isEmpty()) {
            remarks.add(Remark.advice(
                    "does not say how long it may be cached: it has no Cache-Control",
                    "Readers guess when to poll again, and caches how long to store it.",
                    REMEDY));
        }
        var shared = lifetimes.isEmpty() ? Duration.ZERO : lifetimes.get(0);
        oldest(all)
                .filter(age -> age.compareTo(OLD) > 0 && age.compareTo(shared) > 0)
                .ifPresent(
                        age -> remarks.add(
                                Remark.warning(
                                        "comes from a cache that has stored it for %s (Age), longer than allowed"
                                                .formatted(inWords(age)),
                                        "Readers get new posts that much later.",
                                        "let the cache revalidate. nginx: `proxy_cache_revalidate on`, and no `proxy_ignore_headers Cache-Control`"
                                                + " or long `proxy_cache_valid`; Cloudflare: Caching, Edge TTL “Use cache-control header”.")));
        return remarks;
    }

    private static List<String> forbidden(ResponseFields fields) {
        var directives = fields.elements("Cache-Control").stream()
                .filter(directive -> directive.equals("no-store") || directive.equals("no-cache"));
        var expires = fields.value("Expires")
                .filter(value -> value.equals("0") || value.equals("-1"))
                .map("Expires: %s"::formatted);
        return Stream.concat(directives.map("Cache-Control: %s"::formatted), expires.stream())
                .toList();
    }

    /** Returns all lifetimes given, that of shared caches first. Miniflux uses the longest. */
    private static List<Duration> lifetimes(ResponseFields fields) {
        return Stream.of(seconds(fields, "s-maxage"), seconds(fields, "max-age"), expires(fields))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Duration> seconds(ResponseFields fields, String directive) {
        return fields.elements("Cache-Control").stream()
                .filter(element -> element.startsWith(directive + "="))
                .flatMap(element -> seconds(element.substring(directive.length() + 1)).stream())
                .findFirst();
    }

    private static Optional<Duration> seconds(String text) {
        return Optional.of(SECONDS.matcher(text))
                .filter(Matcher::matches)
                .map(number -> Duration.ofSeconds(Long.parseLong(number.group(1))));
    }

    private static Optional<Duration> expires(ResponseFields fields) {
        return date(fields, "Expires")
                .flatMap(expires -> date(fields, "Date").map(date -> Duration.between(date, expires)));
    }

    private static Optional<Instant> date(ResponseFields fields, String name) {
        try {
            return fields.value(name).map(value -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the highest Age of all visits, so that all readers get the same remark. */
    private static Optional<Duration> oldest(Examination all) {
        return all.downloads()
                .flatMap(d -> d.fields().value("Age").stream())
                .flatMap(age -> seconds(age).stream())
                .max(Duration::compareTo);
    }

    /** The date is left out, since it would differ from second to second. */
    private static String lifetimeField(ResponseFields fields) {
        return fields.value("Cache-Control")
                .filter(value -> value.contains("max") && value.contains("age="))
                .map("Cache-Control: %s"::formatted)
                .orElse("Expires");
    }

    private static String inWords(Duration time) {
        return time.toDays() > 1
                ? "%d days".formatted(time.toDays())
                : String.format(Locale.ROOT, "%.1f hours", time.toMinutes() / 60.0);
    }
}
