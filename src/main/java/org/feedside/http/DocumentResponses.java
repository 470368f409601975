package org.feedside.http;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.ServiceConfig;
import org.feedside.feeds.FeedPage;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Coding;
import org.feedside.publishing.Document;
import org.feedside.publishing.Variant;

/** The responses about one document: 200 with the document, 304 without it, 226 with a part of it. */
record DocumentResponses(Document document, ServiceConfig settings) {
    /** Returns 304 (Not Modified) with the entity tag of this variant. */
    FeedResponse notModified(Variant known, Instant now) {
        return withFeed(withValidators(304, known, now));
    }

    /** Returns 200 with the complete document. */
    FeedResponse full(Variant variant, Instant now) {
        var response = withValidators(200, variant, now).with("Content-Type", document.mediaType());
        var encoded = variant.coding() == Coding.IDENTITY
                ? response
                : response.with("Content-Encoding", variant.coding().token());
        return withFeed(
                withSecurityFields(encoded).with("Accept-Ranges", "none").withBody(variant.bytes()));
    }

    private FeedResponse withSecurityFields(FeedResponse response) {
        return switch (document.kind()) {
            case FEED, MANIFEST -> Responses.withFeedPolicy(response);
            case PAGE, ASSET -> Responses.withPagePolicy(response);
        };
    }

    /** Returns 226 (IM Used) with some entries and the entity tag of the complete document (RFC 3229). */
    FeedResponse delta(Bytes entries, Instant now) {
        var response = withValidators(226, document.identity(), now)
                .with("IM", "feed")
                .with("Cache-Control", "no-store")
                .with("Content-Type", document.mediaType());
        return withFeed(
                Responses.withFeedPolicy(response).with("Accept-Ranges", "none").withBody(entries));
    }

    /** Attaches the document if it is a feed. Requests for pages are not counted as polls. */
    private FeedResponse withFeed(FeedResponse response) {
        return response.withDocument(Optional.of(document).filter(d -> d.kind() == Document.Kind.FEED));
    }

    /** Readers update stored fields from a 304, so it has all but the Content fields (RFC 9110, section 15.4.5). */
    private FeedResponse withValidators(int status, Variant variant, Instant now) {
        var tagged = Responses.status(status, now).with("ETag", variant.entityTag());
        var validated = document.lastModified()
                .map(time -> tagged.with("Last-Modified", HttpDate.format(time)))
                .orElse(tagged)
                .with("Cache-Control", cacheControl())
                .with("Vary", vary());
        return document.kind() == Document.Kind.FEED ? validated.with("Link", links()) : validated;
    }

    private String cacheControl() {
        return switch (document.kind()) {
            case FEED -> CacheControl.of(settings.http(), document.feed().updateInterval());
            case PAGE -> "public, max-age=60";
            case ASSET -> CacheControl.ASSET;
            case MANIFEST -> CacheControl.MANIFEST;
        };
    }

    private String vary() {
        var fields = new StringBuilder("Accept-Encoding");
        if (settings.http().deltas() && document.entries().isPresent()) {
            fields.append(", A-IM");
        }
        if (settings.pages().browsersSeePages() && document.feed().about().isPresent()) {
            fields.append(", ").append(FetchMetadata.FIELD_NAME);
        }
        return fields.toString();
    }

    private String links() {
        var self = Optional.of(link(document.url(), "rel=\"self\""));
        // Subscribers of a hub that gets no pings for this document would never learn of a change.
        var hub = settings.hub()
                .filter(address -> document.isTopic())
                .map(address -> link(address.toString(), "rel=\"hub\""));
        // The site's own page comes first: some readers take the first alternate link for it.
        var pages = Stream.concat(document.feed().page().stream(), document.feed().about().map(FeedPage::url).stream())
                .map(address -> link(address, "rel=\"alternate\"; type=\"text/html\""));
        return Stream.concat(Stream.of(self, hub).flatMap(Optional::stream), pages)
                .collect(Collectors.joining(", "));
    }

    private static String link(String address, String parameters) {
        return "<%s>; %s".formatted(PercentEncoding.url(address), parameters);
    }
}
