package org.feedside.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.websub.PingListener;
import org.feedside.websub.PingOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an operator what the hub was told: one line for each round, however many documents it was about. */
final class PingLog implements PingListener {
    private static final Logger LOG = LoggerFactory.getLogger("feedside");

    private List<Diagnostic> problems = List.of();

    @Override
    public void ended(PingOutcome outcome) {
        outcome.problems().stream().filter(p -> !problems.contains(p)).forEach(p -> LOG.warn("{}", p));
        problems = outcome.problems();
        if (outcome.told() > 0) {
            LOG.info("told the hub of {}", ExitCode.count(outcome.told(), "document"));
        }
        troubles(outcome).forEach(LOG::warn);
    }

    /** What went wrong, in sentences. */
    static List<String> troubles(PingOutcome outcome) {
        var troubles = new ArrayList<String>();
        var again =
                outcome.again().map(wait -> ", tried again in " + inWords(wait)).orElse("");
        if (!outcome.refused().isEmpty()) {
            var first = outcome.refused().get(0);
            var others = outcome.refused().size() - 1;
            troubles.add("the hub does not want %s%s (%s)%s"
                    .formatted(
                            first.topic(),
                            others == 0 ? "" : " and " + ExitCode.count(others, "other document"),
                            first.why(),
                            again));
        }
        outcome.unavailable()
                .map(why -> "the hub cannot be told of %s (%s)%s"
                        .formatted(ExitCode.count(outcome.pending(), "document"), why, again))
                .ifPresent(troubles::add);
        return troubles;
    }

    /** {@code 1 h 20 min 30 s}, without the parts that are none, in full seconds and one at least. */
    static String inWords(Duration duration) {
        var seconds = Math.max(1, duration.plusMillis(999).toSeconds());
        var words = new ArrayList<String>();
        add(words, seconds / 3600, "h");
        add(words, seconds / 60 % 60, "min");
        add(words, seconds % 60, "s");
        return String.join(" ", words);
    }

    private static void add(List<String> words, long number, String unit) {
        if (number > 0) {
            words.add(number + " " + unit);
        }
    }
}
