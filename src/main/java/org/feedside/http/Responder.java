package org.feedside.http;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.publishing.Address;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Coding;
import org.feedside.publishing.Document;
import org.feedside.publishing.Finding;
import org.feedside.publishing.Snapshot;
import org.feedside.publishing.Variant;

/** Decides every answer, from values alone. */
final class Responder {
    private final HttpSettings settings;
    private final String basePath;

    Responder(HttpSettings settings) {
        this.settings = settings;
        this.basePath = basePath(settings.baseUrl());
    }

    FeedResponse respond(Snapshot snapshot, FeedRequest request, Instant now) {
        return switch (request.method()) {
            case "GET" -> get(snapshot, request, now);
            case "HEAD" -> get(snapshot, request, now).withoutBody();
            case "OPTIONS" -> Answers.options(now);
            default -> Answers.methodNotAllowed(now);
        };
    }

    private FeedResponse get(Snapshot snapshot, FeedRequest request, Instant now) {
        if (snapshot.isEmpty()) {
            return Answers.nothingPublished(now);
        }
        var path = RequestPath.decode(request.path());
        if (path.isEmpty()) {
            return Answers.malformedPath(now);
        }
        return meanings(path.get()).stream()
                .flatMap(meaning -> find(meaning, snapshot, request, now).stream())
                .findFirst()
                .orElseGet(() -> Answers.notFound(snapshot, now));
    }

    /** The path below the public address, or what a proxy left of it that strips the base URL's own path. */
    private List<String> meanings(String path) {
        return path.startsWith(basePath) ? List.of(path.substring(basePath.length()), path) : List.of(path);
    }

    /** What was moved or retired comes first, as its feed is still kept and empty. */
    private Optional<FeedResponse> find(String path, Snapshot snapshot, FeedRequest request, Instant now) {
        if (settings.moves().isRetired(path)) {
            return Optional.of(Answers.gone(now));
        }
        var target = settings.moves().target(path).or(() -> withoutSlash(path, snapshot));
        return target.isPresent()
                ? Optional.of(moved(target.get(), snapshot, now))
                : answer(snapshot.seek(path), snapshot, request, now);
    }

    private Optional<FeedResponse> answer(Finding finding, Snapshot snapshot, FeedRequest request, Instant now) {
        if (finding instanceof Finding.Here here) {
            return Optional.of(answer(here.document(), request, now).about(Optional.of(here.document())));
        } else if (finding instanceof Finding.Elsewhere elsewhere) {
            return Optional.of(moved(elsewhere.path(), snapshot, now));
        }
        return finding instanceof Finding.Later ? Optional.of(Answers.busy(now)) : Optional.empty();
    }

    /** Zola ends the addresses of some languages' feeds with a slash, and readers may have subscribed to those. */
    private static Optional<String> withoutSlash(String path, Snapshot snapshot) {
        return Optional.of(path.replaceFirst("/+$", ""))
                .filter(bare -> !bare.equals(path) && snapshot.find(bare).isPresent());
    }

    private FeedResponse moved(String path, Snapshot snapshot, Instant now) {
        var document = snapshot.find(path);
        var location = document.map(d -> Address.url(d.url())).orElseGet(() -> Address.below(settings.baseUrl(), path));
        return Answers.moved(location, now).about(document);
    }

    private FeedResponse answer(Document document, FeedRequest request, Instant now) {
        var variant = negotiated(document, request);
        if (Preconditions.isUnchanged(document, request, now)) {
            return unchanged(document, Preconditions.known(document, variant, request), now);
        }
        return delta(document, variant, request)
                .map(entries -> changes(document, entries, now))
                .orElseGet(() -> full(document, variant, now));
    }

    private static Variant negotiated(Document document, FeedRequest request) {
        var available = document.variants().stream().map(Variant::coding).collect(Collectors.toSet());
        var coding = AcceptEncoding.choose(request.header("Accept-Encoding"), available);
        return document.variant(coding).orElse(document.identity());
    }

    private Optional<Bytes> delta(Document document, Variant variant, FeedRequest request) {
        return settings.deltas() ? AIm.delta(document, variant.bytes(), request) : Optional.empty();
    }

    private FeedResponse unchanged(Document document, Variant known, Instant now) {
        return withValidators(FeedResponse.status(304), document, known, now).withoutBody();
    }

    private FeedResponse full(Document document, Variant variant, Instant now) {
        var response = withValidators(FeedResponse.status(200), document, variant, now)
                .with("Content-Type", document.mediaType());
        if (variant.coding() != Coding.IDENTITY) {
            response.with("Content-Encoding", variant.coding().token());
        }
        return Answers.harmless(response).with("Accept-Ranges", "none").withBody(variant.bytes());
    }

    /** The tag is that of the whole, which the client has now. */
    private FeedResponse changes(Document document, Bytes entries, Instant now) {
        var response = withValidators(FeedResponse.status(226), document, document.identity(), now)
                .with("IM", "feed")
                .with("Cache-Control", "no-store")
                .with("Content-Type", document.mediaType());
        return Answers.harmless(response).with("Accept-Ranges", "none").withBody(entries);
    }

    /** Readers replace what they remember by what a 304 says, so it says all that the 200 said but the Content fields. */
    private FeedResponse.Builder withValidators(
            FeedResponse.Builder response, Document document, Variant variant, Instant now) {
        var validated = Answers.common(response, now).with("ETag", variant.entityTag());
        document.lastModified().ifPresent(time -> validated.with("Last-Modified", HttpDate.format(time)));
        return validated
                .with("Cache-Control", settings.freshness().cacheControl(document.rhythm()))
                .with(
                        "Vary",
                        settings.deltas() && document.entries().isPresent()
                                ? "Accept-Encoding, A-IM"
                                : "Accept-Encoding")
                .with("Link", links(document));
    }

    private String links(Document document) {
        var self = Optional.of(link(document.url(), "rel=\"self\""));
        // Who waits for a hub that is not told never hears of a change.
        var hub = settings.hub()
                .filter(address -> document.isTopic())
                .map(address -> link(address.toString(), "rel=\"hub\""));
        var page = document.page().map(address -> link(address, "rel=\"alternate\"; type=\"text/html\""));
        return Stream.of(self, hub, page).flatMap(Optional::stream).collect(Collectors.joining(", "));
    }

    private static String link(String address, String parameters) {
        return "<%s>; %s".formatted(Address.url(address), parameters);
    }

    /** Empty for a site at the root, {@code blog/} for one below /blog. */
    private static String basePath(URI baseUrl) {
        var path = baseUrl.getPath().replaceAll("^/+|/+$", "");
        return path.isEmpty() ? "" : path + "/";
    }
}
