package org.feedside.http;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.text.PercentEncoding;
import org.feedside.feeds.FeedPage;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Coding;
import org.feedside.publishing.Document;
import org.feedside.publishing.Variant;

/** The answers that carry a document, or say that it is unchanged. */
final class DocumentResponses {
    private final Document document;
    private final HttpSettings settings;
    private final Map<Coding, CachedResponse> unchanged = new EnumMap<>(Coding.class);
    private final Map<Coding, CachedResponse> full = new EnumMap<>(Coding.class);

    DocumentResponses(Document document, HttpSettings settings) {
        this.document = document;
        this.settings = settings;
        for (var variant : document.variants()) {
            unchanged.put(variant.coding(), new CachedResponse(now -> unchanged(variant, now)));
            full.put(variant.coding(), new CachedResponse(now -> full(variant, now)));
        }
    }

    Document document() {
        return document;
    }

    /** That the client has the document already: with the tag of this coding. */
    FeedResponse unchanged(Coding coding, Instant now) {
        return of(unchanged, coding).at(now);
    }

    /** All of the document. */
    FeedResponse full(Coding coding, Instant now) {
        return of(full, coding).at(now);
    }

    private static CachedResponse of(Map<Coding, CachedResponse> answers, Coding coding) {
        return Optional.ofNullable(answers.get(coding))
                .orElseThrow(() -> new IllegalArgumentException("there is no variant in " + coding));
    }

    private FeedResponse unchanged(Variant known, Instant now) {
        return about(withValidators(FeedResponse.status(304), known, now).withoutBody());
    }

    private FeedResponse full(Variant variant, Instant now) {
        var response =
                withValidators(FeedResponse.status(200), variant, now).with("Content-Type", document.mediaType());
        if (variant.coding() != Coding.IDENTITY) {
            response.with("Content-Encoding", variant.coding().token());
        }
        return about(safe(response).with("Accept-Ranges", "none").withBody(variant.bytes()));
    }

    private FeedResponse.Builder safe(FeedResponse.Builder response) {
        return document.kind() == Document.Kind.FEED ? Responses.harmless(response) : Responses.forPeople(response);
    }

    /** Some of its entries. The tag is that of the whole, which the client has now. */
    FeedResponse changes(Bytes entries, Instant now) {
        var response = withValidators(FeedResponse.status(226), document.identity(), now)
                .with("IM", "feed")
                .with("Cache-Control", "no-store")
                .with("Content-Type", document.mediaType());
        return about(Responses.harmless(response).with("Accept-Ranges", "none").withBody(entries));
    }

    /** Who looks at a page asks for no feed. */
    private FeedResponse about(FeedResponse response) {
        return response.about(Optional.of(document).filter(d -> d.kind() == Document.Kind.FEED));
    }

    /** Readers replace what they remember by what a 304 says, so it says all that the 200 said but the Content fields. */
    private FeedResponse.Builder withValidators(FeedResponse.Builder response, Variant variant, Instant now) {
        var validated = Responses.common(response, now).with("ETag", variant.entityTag());
        document.lastModified().ifPresent(time -> validated.with("Last-Modified", HttpDate.format(time)));
        validated.with("Cache-Control", cacheControl()).with("Vary", vary());
        return document.kind() == Document.Kind.FEED ? validated.with("Link", links()) : validated;
    }

    private String cacheControl() {
        return switch (document.kind()) {
            case FEED -> settings.freshness().cacheControl(document.updateInterval());
            case PAGE -> "public, max-age=60";
            case ASSET -> "public, max-age=31536000, immutable";
        };
    }

    private String vary() {
        var fields = new StringBuilder("Accept-Encoding");
        if (settings.deltas() && document.entries().isPresent()) {
            fields.append(", A-IM");
        }
        if (settings.browsersSeePages() && document.kind() == Document.Kind.FEED) {
            fields.append(", ").append(FetchMetadata.DIFFERS_BY);
        }
        return fields.toString();
    }

    private String links() {
        var self = Optional.of(link(document.url(), "rel=\"self\""));
        // Who waits for a hub that is not told never hears of a change.
        var hub = settings.hub()
                .filter(address -> document.isTopic())
                .map(address -> link(address.toString(), "rel=\"hub\""));
        // The site's own page comes first, as some take the first for it.
        var pages = Stream.concat(document.page().stream(), document.about().map(FeedPage::url).stream())
                .map(address -> link(address, "rel=\"alternate\"; type=\"text/html\""));
        return Stream.concat(Stream.of(self, hub).flatMap(Optional::stream), pages)
                .collect(Collectors.joining(", "));
    }

    private static String link(String address, String parameters) {
        return "<%s>; %s".formatted(PercentEncoding.url(address), parameters);
    }
}
