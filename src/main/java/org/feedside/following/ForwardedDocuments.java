package org.feedside.following;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.feedside.feeds.Lookup;
import org.feedside.publishing.BoundedOnDemand;
import org.feedside.publishing.Document;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.state.Identity;
import org.feedside.publishing.state.PublishedState;
import org.feedside.refreshing.PossibleDocuments;

/**
 * Passes requests for documents on demand to the publisher, and keeps its responses for a minute: archives and pages may
 * change while the published documents do not. Thread-safe.
 */
final class ForwardedDocuments implements OnDemand {
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final Source source;
    private final Optional<String> pages;
    private volatile OnDemand current = OnDemand.NONE;
    private Instant since = Instant.MIN;

    /** @param pages the folder of the pages about feeds */
    ForwardedDocuments(Source source, Optional<String> pages) {
        this.source = source;
        this.pages = pages;
    }

    /** Forgets the responses to requests before this publication, or those of more than a minute ago. */
    void renew(PublishedState state, boolean isNew, Instant now) {
        if (isNew || now.isAfter(since.plus(MAX_AGE)) || now.isBefore(since)) {
            since = now;
            current = new BoundedOnDemand(new Forwarding(
                    source,
                    new PossibleDocuments(state, pages),
                    state.identity().map(Identity::baseUrl).orElse("")));
        }
    }

    @Override
    public Lookup<Document> find(String path) {
        return current.find(path);
    }

    @Override
    public Optional<Supplier<Lookup<Document>>> form(String path, String query) {
        return current.form(path, query);
    }

    /** Passes on only what the publisher may have: most other requests are attempts to find weaknesses. */
    private record Forwarding(Source source, OnDemand possible, String baseUrl) implements OnDemand {
        @Override
        public Lookup<Document> find(String path) {
            return get(path, "");
        }

        @Override
        public Optional<Supplier<Lookup<Document>>> form(String path, String query) {
            return query.isEmpty() ? Optional.empty() : Optional.of(() -> get(path, query));
        }

        private Lookup<Document> get(String path, String query) {
            return possible.find(path) instanceof Lookup.NotFound
                    ? new Lookup.NotFound<>()
                    : source.onDemand(baseUrl, path, query);
        }
    }
}
