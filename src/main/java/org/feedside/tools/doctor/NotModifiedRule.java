package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a 304 repeats the header fields of the full response (RFC 9110, section 15.4.5). */
final class NotModifiedRule implements Rule {
    @Override
    public Optional<List<Remark>> check(Visit visit, Examination all) {
        return visit.unchanged()
                .flatMap(unchanged -> all.cameWith(visit.known()).map(full -> lost(full.fields(), unchanged.fields())))
                .map(lost -> lost.isEmpty() ? List.of() : List.of(remark(lost)));
    }

    private static List<String> lost(ResponseFields full, ResponseFields unchanged) {
        var fields = full.has("ETag")
                ? Stream.of("ETag", "Cache-Control", "Vary")
                : Stream.of("Last-Modified", "Cache-Control", "Vary");
        return fields.filter(name -> full.has(name) && !unchanged.has(name)).toList();
    }

    private static Remark remark(List<String> lost) {
        var areValidators = lost.contains("ETag") || lost.contains("Last-Modified");
        return Remark.warning(
                "answers 304 without %s, which the full response had".formatted(String.join(" and ", lost)),
                areValidators
                        ? "NetNewsWire and FreshRSS replace their validators with those of the 304 and download the whole feed the next"
                                + " time."
                        : "Readers and caches use the fields of the 304, so they forget how long the feed is fresh or for which requests.",
                "remove the rules that strip these fields from a 304 (`proxy_hide_header` and `more_clear_headers` of nginx, `header -…`"
                        + " of Caddy); Feedside sends them.");
    }
}
