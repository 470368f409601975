package org.feedside.operating;

import java.util.Comparator;
import org.feedside.http.FeedResponse;
import org.feedside.publishing.Document;

/**
 * What readers poll.
 *
 * @param path of the document; empty if it is not a single one
 */
record PolledFeed(Kind kind, String path) implements Comparable<PolledFeed> {
    private static final PolledFeed ON_DEMAND = new PolledFeed(Kind.ON_DEMAND, "");
    private static final PolledFeed NONE = new PolledFeed(Kind.NONE, "");
    static final PolledFeed OTHERS = new PolledFeed(Kind.OTHERS, "");

    private static final Comparator<PolledFeed> BY_NAME =
            Comparator.comparing(PolledFeed::kind).thenComparing(PolledFeed::path);

    /** What the path of a request led to. */
    enum Kind {
        /** A document that is always there. */
        DOCUMENT("document"),
        /** One that is made when somebody asks: their number has no bound, so they are counted together. */
        ON_DEMAND("on demand"),
        /** No document. */
        NONE("no feed"),
        /** What there was no place for. */
        OTHERS("others");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    static PolledFeed of(FeedResponse response) {
        return response.document().map(PolledFeed::of).orElse(NONE);
    }

    private static PolledFeed of(Document document) {
        return document.isOnDemand() ? ON_DEMAND : new PolledFeed(Kind.DOCUMENT, document.path());
    }

    /** The path, or what stands for many. */
    String name() {
        return switch (kind) {
            case DOCUMENT -> path;
            case ON_DEMAND -> "(combinations and archives)";
            case NONE -> "(no feed)";
            case OTHERS -> "(others)";
        };
    }

    @Override
    public int compareTo(PolledFeed other) {
        return BY_NAME.compare(this, other);
    }
}
