package org.feedside.operating;

/**
 * Counts of polls by response.
 *
 * @param conditional requests with If-None-Match or If-Modified-Since
 * @param full responses with 200
 * @param unchanged responses with 304
 * @param deltas responses with 226
 * @param tooMany responses with 429
 * @param redirects responses with 3xx other than 304
 * @param others all other responses
 * @param bytes the size of all bodies
 */
record PollCounts(
        long conditional,
        long full,
        long unchanged,
        long deltas,
        long tooMany,
        long redirects,
        long others,
        long bytes) {
    static final PollCounts ZERO = new PollCounts(0, 0, 0, 0, 0, 0, 0, 0);

    long requests() {
        return full + unchanged + deltas + tooMany + redirects + others;
    }

    PollCounts plus(PollCounts more) {
        return new PollCounts(
                conditional + more.conditional,
                full + more.full,
                unchanged + more.unchanged,
                deltas + more.deltas,
                tooMany + more.tooMany,
                redirects + more.redirects,
                others + more.others,
                bytes + more.bytes);
    }
}
