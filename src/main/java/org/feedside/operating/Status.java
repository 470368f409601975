package org.feedside.operating;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.feedside.base.diagnostics.Severity;
import org.feedside.site.Site;
import org.feedside.websub.PingOutcome;

/**
 * The status of a running service.
 *
 * @param now the time of this status
 * @param started the start of the process
 * @param followed the URL or folder that the service follows; empty for a publisher
 * @param generation the number of the published generation; 0 if nothing is published
 * @param feeds the number of feeds that the documents belong to
 * @param problems all known problems, ordered by place
 * @param pings empty if no hub is configured
 */
public record Status(
        Instant now,
        Instant started,
        String version,
        Optional<String> followed,
        long generation,
        int documents,
        int feeds,
        Refreshes refreshes,
        List<KnownProblem> problems,
        Optional<Pings> pings,
        Memory memory) {
    public Status {
        problems = List.copyOf(problems);
    }

    /** The state of the feeds. */
    public enum State {
        /** The posts have not been read yet. The previously published feeds are served. */
        STARTING,
        /** The feeds match the posts. */
        CURRENT,
        /** Something prevents publication. The previously published feeds are served. */
        DEGRADED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is known about all refreshes.
     *
     * @param last the last scan of the posts
     * @param change the last refresh that changed something
     * @param lastSuccess the end of the last refresh after which the feeds matched the posts
     * @param posts the number of posts of the site; empty before they are read
     * @param waiting the scheduled posts, soonest first
     */
    public record Refreshes(
            State state,
            Optional<Refreshed> last,
            Optional<Change> change,
            Optional<Instant> lastSuccess,
            OptionalInt posts,
            List<KnownProblem> problems,
            List<Site.ScheduledPost> waiting) {
        static final Refreshes NONE = new Refreshes(
                State.STARTING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                List.of());

        public Refreshes {
            problems = List.copyOf(problems);
            waiting = List.copyOf(waiting);
        }

        /** Returns the same with a later scan that has not told more. */
        Refreshes scanned(Refreshed scan) {
            return new Refreshes(state, Optional.of(scan), change, lastSuccess, posts, problems, waiting);
        }

        /** Returns the same with a refresh that does not end. */
        Refreshes degraded() {
            return new Refreshes(State.DEGRADED, last, change, lastSuccess, posts, problems, waiting);
        }
    }

    /** A refresh: its start and its duration. */
    public record Refreshed(Instant at, Duration took) {}

    /**
     * A refresh that changed something.
     *
     * @param documents the number of documents with new bytes
     * @param paths some of their paths
     */
    public record Change(Refreshed refresh, int documents, List<String> paths) {
        public Change {
            paths = List.copyOf(paths);
        }
    }

    /**
     * The state of the WebSub pings.
     *
     * @param pending the number of documents of which the hub has to be notified
     * @param told the number of notifications since the start of the process
     * @param refusals how often the hub rejected a topic
     * @param failures how often the hub could not be reached
     * @param unwanted the rejected topics, with the reasons
     * @param unavailable why the last attempt failed
     * @param next the time of the next attempt
     * @param problems the problems with the record of the pings
     */
    public record Pings(
            URI hub,
            int pending,
            long told,
            long refusals,
            long failures,
            List<PingOutcome.Refusal> unwanted,
            Optional<String> unavailable,
            Optional<Instant> next,
            List<KnownProblem> problems) {
        public Pings {
            unwanted = List.copyOf(unwanted);
            problems = List.copyOf(problems);
        }
    }

    /** The JVM's heap, in bytes. */
    public record Memory(long used, long most) {}

    /** Returns the state in words that do not hide problems; advice is no problem. */
    public String summary() {
        return refreshes.state() == State.CURRENT
                        && problems.stream().anyMatch(known -> known.problem().severity() != Severity.ADVICE)
                ? "current with problems"
                : refreshes.state().toString();
    }

    /** Returns the time since a follower last knew that it served what the publisher published. */
    public Duration lag() {
        return age(refreshes.lastSuccess().orElse(started));
    }

    /** Returns what readers see while a problem lasts. */
    public String readersView(KnownProblem known) {
        return known.readersView().orElseGet(() -> {
            if (refreshes.state() == State.CURRENT) {
                return "the feeds are up to date";
            }
            return generation == 0 ? "nothing is published yet" : "the published feeds stay as they are";
        });
    }

    public Duration uptime() {
        return age(started);
    }

    /** Returns the time since an event. */
    public Duration age(Instant event) {
        return between(event, now);
    }

    /** Never negative: the clock may have been set back. */
    static Duration between(Instant start, Instant end) {
        return start.isAfter(end) ? Duration.ZERO : Duration.between(start, end);
    }
}
