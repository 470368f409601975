package org.feedside.operating;

import java.util.List;

/**
 * Counts of polls.
 *
 * @param numbers one for each kind, in their order
 */
public record PollCounts(List<Long> numbers) {
    private static final List<Kind> KINDS = List.of(Kind.values());

    static final PollCounts ZERO = new PollCounts(KINDS.stream().map(kind -> 0L).toList());

    /** What is counted, in the order of the polls file. The texts are the names in JSON. */
    public enum Kind {
        /** Requests with If-None-Match or If-Modified-Since. */
        CONDITIONAL("conditional"),
        /** Responses with 200. */
        FULL("status_200"),
        /** Responses with 304. */
        UNCHANGED("status_304"),
        /** Responses with 226. */
        DELTAS("status_226"),
        /** Responses with 429. */
        TOO_MANY("status_429"),
        /** Responses with 3xx other than 304. */
        REDIRECTS("status_3xx"),
        /** All other responses. */
        OTHERS("status_other"),
        /** The size of all bodies. */
        BYTES("body_bytes");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        static Kind ofStatus(int status) {
            return switch (status) {
                case 200 -> FULL;
                case 304 -> UNCHANGED;
                case 226 -> DELTAS;
                case 429 -> TOO_MANY;
                default -> status / 100 == 3 ? REDIRECTS : OTHERS;
            };
        }

        @Override
        public String toString() {
            return word;
        }
    }

    public PollCounts {
        numbers = List.copyOf(numbers);
        if (numbers.size() != KINDS.size()) {
            throw new IllegalArgumentException("not one number for each kind: " + numbers);
        }
    }

    public long get(Kind kind) {
        return numbers.get(KINDS.indexOf(kind));
    }

    /** Returns the numbers of responses by their status. */
    public List<Long> responses() {
        return numbers.subList(KINDS.indexOf(Kind.FULL), KINDS.indexOf(Kind.BYTES));
    }

    public long requests() {
        return responses().stream().mapToLong(Long::longValue).sum();
    }

    PollCounts plus(PollCounts more) {
        return new PollCounts(
                KINDS.stream().map(kind -> get(kind) + more.get(kind)).toList());
    }
}
