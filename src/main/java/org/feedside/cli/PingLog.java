package org.feedside.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.text.PrintableText;
import org.feedside.websub.PingListener;
import org.feedside.websub.PingOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the notifications sent to the hub: one line for each round, regardless of the number of documents. */
final class PingLog implements PingListener {
    private static final Logger LOG = LoggerFactory.getLogger("feedside");

    private List<Diagnostic> problems = List.of();

    @Override
    public void roundEnded(PingOutcome outcome) {
        outcome.problems().stream().filter(p -> !problems.contains(p)).forEach(p -> LOG.warn("{}", p));
        problems = outcome.problems();
        if (outcome.accepted() > 0) {
            LOG.info("notified the hub of {}", PrintableText.count(outcome.accepted(), "document"));
        }
        failures(outcome).forEach(LOG::warn);
    }

    /** Returns the failures as log lines. */
    static List<String> failures(PingOutcome outcome) {
        var failures = new ArrayList<String>();
        var again = outcome.retryAfter()
                .map(wait -> ", next attempt in " + text(wait))
                .orElse("");
        if (!outcome.refused().isEmpty()) {
            var first = outcome.refused().get(0);
            var others = outcome.refused().size() - 1;
            failures.add("the hub rejected %s%s (%s)%s"
                    .formatted(
                            first.topic(),
                            others == 0 ? "" : " and " + PrintableText.count(others, "other document"),
                            first.why(),
                            again));
        }
        outcome.unavailable()
                .map(why -> "the hub could not be notified of %s (%s)%s"
                        .formatted(PrintableText.count(outcome.pending(), "document"), why, again))
                .ifPresent(failures::add);
        return failures;
    }

    /** Formats a duration as {@code 1 h 20 min 30 s}: zero parts are omitted, seconds are rounded up, the minimum is 1 s. */
    static String text(Duration duration) {
        var seconds = Math.max(1, duration.plusMillis(999).toSeconds());
        var parts = new ArrayList<String>();
        add(parts, seconds / 3600, "h");
        add(parts, seconds / 60 % 60, "min");
        add(parts, seconds % 60, "s");
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit);
        }
    }
}
