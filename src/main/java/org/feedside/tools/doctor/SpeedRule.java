package org.feedside.tools.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long answers take. One slow answer says little, so the one in the middle counts. */
final class SpeedRule implements Rule {
    private static final Duration SLOW = Duration.ofSeconds(2);

    @Override
    public Optional<List<Remark>> look(Visit visit, Examination all) {
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
                NumberText.format("is slow: an answer takes %.1f s", time.toMillis() / 1000.0),
                "Readers that ask many feeds in a row wait, and some hang up after 10 s.",
                "Feedside answers from memory, so look at what stands in front and between: `curl -w '%{time_connect}"
                        + " %{time_starttransfer} %{time_total}\\n' -o /dev/null -s` with the address tells connection, answer and"
                        + " body apart.");
    }
}
