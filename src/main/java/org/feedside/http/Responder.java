package org.feedside.http;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedside.publishing.Coding;
import org.feedside.publishing.Document;
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
        return find(snapshot, path.get())
                .map(document -> answer(document, request, now))
                .orElseGet(() -> Answers.notFound(snapshot, now));
    }

    /** At the path of its public URL, or without the base URL's own path, which some proxies strip. */
    private Optional<Document> find(Snapshot snapshot, String path) {
        return path.startsWith(basePath)
                ? snapshot.find(path.substring(basePath.length())).or(() -> snapshot.find(path))
                : snapshot.find(path);
    }

    private FeedResponse answer(Document document, FeedRequest request, Instant now) {
        var variant = negotiated(document, request);
        var known = Preconditions.known(document, variant, request, now);
        return known.isPresent() ? unchanged(document, known.get(), now) : full(document, variant, now);
    }

    private static Variant negotiated(Document document, FeedRequest request) {
        var available = document.variants().stream().map(Variant::coding).collect(Collectors.toSet());
        var coding = AcceptEncoding.choose(request.header("Accept-Encoding"), available);
        return document.variant(coding).orElse(document.identity());
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

    /** Readers replace what they remember by what a 304 says, so it says all that the 200 said but the Content fields. */
    private FeedResponse.Builder withValidators(
            FeedResponse.Builder response, Document document, Variant variant, Instant now) {
        return Answers.common(response, now)
                .with("ETag", variant.entityTag())
                .with("Last-Modified", HttpDate.format(document.lastModified()))
                .with("Cache-Control", settings.freshness().cacheControl())
                .with("Vary", "Accept-Encoding")
                .with("Link", "<%s>; rel=\"self\"".formatted(document.url()));
    }

    /** Empty for a site at the root, {@code blog/} for one below /blog. */
    private static String basePath(URI baseUrl) {
        var path = baseUrl.getPath().replaceAll("^/+|/+$", "");
        return path.isEmpty() ? "" : path + "/";
    }
}
