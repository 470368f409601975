package org.feedside.operating;

import java.util.Comparator;
import org.feedside.http.FeedResponse;
import org.feedside.publishing.Document;

/**
 * What a reader polls.
 *
 * @param path the document's path; empty if it is not a single document
 */
record PolledFeed(Kind kind, String path) implements Comparable<PolledFeed> {
    private static final PolledFeed ON_DEMAND = new PolledFeed(Kind.ON_DEMAND, "");
    private static final PolledFeed NONE = new PolledFeed(Kind.NONE, "");
    static final PolledFeed OTHERS = new PolledFeed(Kind.OTHERS, "");

    private static final Comparator<PolledFeed> BY_NAME =
            Comparator.comparing(PolledFeed::kind).thenComparing(PolledFeed::path);

    /** The kind of target of a request. */
    enum Kind {
        /** A document that is always published. */
        DOCUMENT("document"),
        /** A document made on demand. Their number is unbounded, so they are counted together. */
        ON_DEMAND("on demand"),
        /** No document. */
        NONE("no feed"),
        /** Everything beyond the limits. */
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

    /** Returns the path, or the label of a group of documents. */
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
