package org.feedside.http;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedside.base.text.PercentEncoding;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Lookup;
import org.feedside.publishing.PublicUrl;
import org.feedside.publishing.Snapshot;
import org.feedside.publishing.Variant;

/** Decides every answer, from values alone. */
final class Responder {
    private final HttpSettings settings;
    private final String basePath;
    private final AcceptEncoding codings = new AcceptEncoding();

    Responder(HttpSettings settings) {
        this.settings = settings;
        this.basePath = basePath(settings.baseUrl());
    }

    FeedResponse respond(Snapshot snapshot, FeedRequest request, Instant now) {
        return switch (request.method()) {
            case "GET" -> get(snapshot, request, now);
            case "HEAD" -> get(snapshot, request, now).withoutBody();
            case "OPTIONS" -> Responses.options(now);
            default -> Responses.methodNotAllowed(now);
        };
    }

    /** The answer, if it is about a document that is there and asked for by its address: it takes no time worth a thread. */
    Optional<FeedResponse> prepared(ResponseCache shelf, FeedRequest request, Instant now) {
        return switch (request.method()) {
            case "GET" -> shelved(shelf, request, now);
            case "HEAD" -> shelved(shelf, request, now).map(FeedResponse::withoutBody);
            default -> Optional.empty();
        };
    }

    private Optional<FeedResponse> shelved(ResponseCache shelf, FeedRequest request, Instant now) {
        return shelf.find(request.path(), snapshot -> there(snapshot, request.path()))
                .map(answers -> answer(answers, answers.document().path(), request, now));
    }

    /** What a path means first, if that is a document which need not be made and has not moved. */
    private Optional<Document> there(Snapshot snapshot, String path) {
        return RequestPath.decode(path)
                .map(decoded -> meanings(decoded).get(0))
                .filter(meaning -> !settings.moves().isRetired(meaning)
                        && settings.moves().target(meaning).isEmpty())
                .flatMap(snapshot::find);
    }

    private FeedResponse get(Snapshot snapshot, FeedRequest request, Instant now) {
        if (snapshot.isEmpty()) {
            return Responses.nothingPublished(now);
        }
        var path = RequestPath.decode(request.path());
        if (path.isEmpty()) {
            return Responses.malformedPath(now);
        }
        return meanings(path.get()).stream()
                .flatMap(meaning -> find(meaning, snapshot, request, now).stream())
                .findFirst()
                .orElseGet(() -> Responses.notFound(snapshot, now));
    }

    /** The path below the public address, or what a proxy left of it that strips the base URL's own path. */
    private List<String> meanings(String path) {
        return path.startsWith(basePath) ? List.of(path.substring(basePath.length()), path) : List.of(path);
    }

    /** What was moved or retired comes first, as its feed is still kept and empty. */
    private Optional<FeedResponse> find(String path, Snapshot snapshot, FeedRequest request, Instant now) {
        if (settings.moves().isRetired(path)) {
            return Optional.of(Responses.gone(now));
        }
        var target = settings.moves().target(path).or(() -> withoutSlash(path, snapshot));
        return target.isPresent()
                ? Optional.of(moved(target.get(), snapshot, now))
                : answer(snapshot.lookUp(path, request.query()), path, snapshot, request, now);
    }

    private Optional<FeedResponse> answer(
            Lookup finding, String path, Snapshot snapshot, FeedRequest request, Instant now) {
        if (finding instanceof Lookup.Found here) {
            return Optional.of(answer(new DocumentResponses(here.document(), settings), path, request, now));
        } else if (finding instanceof Lookup.Moved elsewhere) {
            return Optional.of(moved(elsewhere.path(), snapshot, now));
        } else if (finding instanceof Lookup.SeeOther other) {
            return Optional.of(Responses.seeOther(PublicUrl.relative(other.path(), path), now));
        } else if (finding instanceof Lookup.Rejected impossible) {
            return Optional.of(Responses.impossible(impossible.page(), now));
        }
        return finding instanceof Lookup.Unavailable ? Optional.of(Responses.busy(now)) : Optional.empty();
    }

    /** Zola ends the addresses of some languages' feeds with a slash, and readers may have subscribed to those. */
    private static Optional<String> withoutSlash(String path, Snapshot snapshot) {
        return Optional.of(path.replaceFirst("/+$", ""))
                .filter(bare -> !bare.equals(path) && snapshot.find(bare).isPresent());
    }

    private FeedResponse moved(String path, Snapshot snapshot, Instant now) {
        var document = snapshot.find(path);
        var location = document.map(d -> PercentEncoding.url(d.url()))
                .orElseGet(() -> PublicUrl.below(settings.baseUrl(), path));
        return Responses.moved(location, now).about(document);
    }

    private FeedResponse answer(DocumentResponses answers, String path, FeedRequest request, Instant now) {
        var document = answers.document();
        if (settings.browsersSeePages() && document.about().isPresent() && FetchMetadata.navigates(request)) {
            var page = document.about().get();
            return Responses.toPage(PublicUrl.relative(page.path(), path), now).about(Optional.of(document));
        }
        var named = Preconditions.named(document, request);
        if (named.isPresent()) {
            return answers.unchanged(named.get().coding(), now);
        }
        var variant = negotiated(document, request);
        if (Preconditions.isUnchanged(document, request, now)) {
            return answers.unchanged(
                    Preconditions.known(document, variant, request).coding(), now);
        }
        return delta(document, variant, request)
                .map(entries -> answers.changes(entries, now))
                .orElseGet(() -> answers.full(variant.coding(), now));
    }

    private Variant negotiated(Document document, FeedRequest request) {
        var coding = codings.choose(
                request.header("Accept-Encoding"), c -> document.variant(c).isPresent());
        return document.variant(coding).orElse(document.identity());
    }

    private Optional<Bytes> delta(Document document, Variant variant, FeedRequest request) {
        return settings.deltas() ? DeltaEncoding.delta(document, variant.bytes(), request) : Optional.empty();
    }

    /** Empty for a site at the root, {@code blog/} for one below /blog. */
    private static String basePath(URI baseUrl) {
        var path = baseUrl.getPath().replaceAll("^/+|/+$", "");
        return path.isEmpty() ? "" : path + "/";
    }
}
