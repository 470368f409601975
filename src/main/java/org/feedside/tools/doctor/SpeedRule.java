package org.feedside.tools.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long responses take. One slow response means little, so the median counts. */
final class SpeedRule implements Rule {
    private static final Duration SLOW = Duration.ofSeconds(2);

    @Override
    public Optional<List<Remark>> check(Visit visit, Examination all) {
        var times = all.visits().stream()
                .flatMap(v -> v.received().stream())
                .map(FetchResult.Received::time)
                .sorted()
                .toList();
        return visit.received()
                .map(r -> times.get(times.size() / 2))
                .map(middle -> middle.compareTo(SLOW) > 0 ? List.of(remark(middle)) : List.of());
    }

    private static Remark remark(Duration time) {
        return Remark.warning(
                String.format(Locale.ROOT, "is slow: a response takes %.1f s", time.toMillis() / 1000.0),
                "Readers that poll many feeds in sequence wait, and some time out after 10 s.",
                "Feedside responds from memory, so check the proxies and the network in between: `curl -w '%{time_connect}"
                        + " %{time_starttransfer} %{time_total}\\n' -o /dev/null -s` with the address shows connection, response and"
                        + " body separately.");
    }
}
