package org.feedside.operating;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.feedside.site.Site;
import org.feedside.websub.PingOutcome;

/**
 * How a running service is.
 *
 * @param now when this was so
 * @param started when the process began
 * @param generation of what is published; 0 if nothing is
 * @param lastRefresh when the posts were looked at last
 * @param lastChange when that changed something last
 * @param lastSuccess when the feeds were last what the posts say
 * @param posts how many the site has; nothing before they were read
 * @param feeds how many feeds the documents are
 * @param problems all that are known, in the order of places
 * @param waiting the posts whose time has not come, soonest first
 * @param pings nothing if no hub is told
 */
record Status(
        State state,
        Instant now,
        Instant started,
        String version,
        long generation,
        Optional<Refreshed> lastRefresh,
        Optional<Change> lastChange,
        Optional<Instant> lastSuccess,
        OptionalInt posts,
        int documents,
        int feeds,
        List<KnownProblem> problems,
        List<Site.ScheduledPost> waiting,
        Optional<Pings> pings,
        Memory memory) {
    Status {
        problems = List.copyOf(problems);
        waiting = List.copyOf(waiting);
    }

    /** What becomes of the feeds. */
    enum State {
        /** The posts were not read yet; what was published before is served. */
        STARTING("starting"),
        /** The feeds are what the posts say. */
        CURRENT("current"),
        /** The feeds are what was published before: something is in the way. */
        DEGRADED("degraded");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** A refresh: when it began, and how long it took. */
    record Refreshed(Instant at, Duration took) {}

    /**
     * A refresh that changed something.
     *
     * @param documents how many have new bytes
     * @param paths of some of them
     */
    record Change(Refreshed refresh, int documents, List<String> paths) {
        Change {
            paths = List.copyOf(paths);
        }
    }

    /**
     * What the hub is told.
     *
     * @param pending of how many documents it must be told
     * @param told of how many it was told since the process began
     * @param refusals how often it did not want a topic
     * @param failures how often it could be told nothing
     * @param unwanted the topics that it does not want, and why
     * @param unavailable why it could be told nothing the last time
     * @param next when it is tried again
     */
    record Pings(
            URI hub,
            int pending,
            long told,
            long refusals,
            long failures,
            List<PingOutcome.Refusal> unwanted,
            Optional<String> unavailable,
            Optional<Instant> next) {
        Pings {
            unwanted = List.copyOf(unwanted);
        }
    }

    /** Of the JVM's heap, in bytes. */
    record Memory(long used, long most) {}

    Duration uptime() {
        return between(started, now);
    }

    /** Never negative, as the clock may have been set back. */
    static Duration between(Instant start, Instant end) {
        return start.isAfter(end) ? Duration.ZERO : Duration.between(start, end);
    }
}
