package org.feedside.publishing;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.feedside.feeds.FeedPage;
import org.feedside.feeds.Lookup;

/** Serves a manifest, which is made when it is first requested. Thread-safe. */
public final class ManifestDocument implements OnDemand {
    private final FeedPage address;
    private final Supplier<Bytes> json;
    private Optional<Document> made = Optional.empty();

    /** @param address its path and URL */
    public ManifestDocument(FeedPage address, Supplier<Bytes> json) {
        this.address = address;
        this.json = json;
    }

    public ManifestDocument(FeedPage address, Bytes json) {
        this(address, () -> json);
    }

    /** Returns the manifest as JSON. It is not kept for this: most services are never asked for it. */
    synchronized Bytes bytes() {
        return made.map(document -> document.identity().bytes()).orElseGet(json);
    }

    @Override
    public Lookup<Document> find(String path) {
        return path.equals(address.path()) ? new Lookup.Found<>(document()) : new Lookup.NotFound<>();
    }

    @Override
    public List<Document> files() {
        return List.of(document());
    }

    private synchronized Document document() {
        var document =
                made.orElseGet(() -> Document.forPage(address, "application/json", json.get(), Document.Kind.MANIFEST));
        made = Optional.of(document);
        return document;
    }
}
