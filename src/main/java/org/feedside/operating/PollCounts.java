package org.feedside.operating;

/**
 * How often something was polled, and what was answered.
 *
 * @param conditional requests with If-None-Match or If-Modified-Since
 * @param full answers 200
 * @param unchanged answers 304
 * @param deltas answers 226
 * @param tooMany answers 429
 * @param redirects answers 3xx other than 304
 * @param others all other answers
 * @param bytes of the bodies
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
