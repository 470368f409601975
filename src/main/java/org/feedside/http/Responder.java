package org.feedside.http;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.MovedFeeds;
import org.feedside.config.ServiceConfig;
import org.feedside.feeds.Lookup;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.PublicUrl;
import org.feedside.publishing.Snapshot;
import org.feedside.publishing.Variant;

/** Decides the response to a request. It depends on its arguments only. */
final class Responder {
    private final URI baseUrl;
    private final ServiceConfig settings;
    private final MovedFeeds moves;
    private final String basePath;
    private final AcceptEncoding codings = new AcceptEncoding();

    Responder(URI baseUrl, ServiceConfig settings) {
        if (!baseUrl.isAbsolute() || baseUrl.getRawAuthority() == null) {
            throw new IllegalArgumentException(baseUrl + " is not an absolute URL with a host");
        }
        this.baseUrl = baseUrl;
        this.settings = settings;
        this.moves = settings.http().moves();
        this.basePath = basePath(baseUrl);
    }

    boolean isOf(URI address) {
        return baseUrl.equals(address);
    }

    FeedResponse respond(Snapshot snapshot, FeedRequest request, Instant now) {
        return switch (request.method()) {
            case "GET" -> get(snapshot, request, now);
            case "HEAD" -> get(snapshot, request, now).withoutBody();
            case "OPTIONS" -> Responses.options(now);
            default -> Responses.methodNotAllowed(now);
        };
    }

    /**
     * Returns the response to a GET if the document is in the snapshot and has not moved, and if no bytes need to be
     * compressed or unpacked: this does not block.
     */
    Optional<PreparedResponse> preparedResponse(PreparedResponses prepared, FeedRequest request, Instant now) {
        return prepared.find(request.path(), snapshot -> documentAt(snapshot, request.path()))
                .filter(responses -> responses.document().isMade() && !mayNeedDelta(responses.document(), request))
                .map(responses -> respond(responses, responses.document().path(), request, now))
                .filter(found -> found.response().body().filter(Bytes::isPacked).isEmpty());
    }

    /** Whether the response may be made of the plain bytes, which may be packed. */
    private static boolean mayNeedDelta(Document document, FeedRequest request) {
        return request.header("A-IM").isPresent()
                && Preconditions.exactMatch(document, request).isEmpty();
    }

    /** Returns the document at the first candidate path, if it is in the snapshot and has not moved. */
    private Optional<Document> documentAt(Snapshot snapshot, String path) {
        return RequestPath.decode(path)
                .map(decoded -> candidates(decoded).get(0))
                .filter(candidate ->
                        !moves.isRetired(candidate) && moves.target(candidate).isEmpty())
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
        return candidates(path.get()).stream()
                .flatMap(candidate -> find(candidate, snapshot, request, now).stream())
                .findFirst()
                .orElseGet(() -> Responses.notFound(snapshot, now));
    }

    /** Returns the paths that the request may mean: below the base URL's path, or as it is if a proxy stripped that. */
    private List<String> candidates(String path) {
        return path.startsWith(basePath) ? List.of(path.substring(basePath.length()), path) : List.of(path);
    }

    /** Moved and retired feeds are checked first, because the snapshot still contains them as empty feeds. */
    private Optional<FeedResponse> find(String path, Snapshot snapshot, FeedRequest request, Instant now) {
        if (moves.isRetired(path)) {
            return Optional.of(Responses.gone(now));
        }
        var target = moves.target(path).or(() -> withoutSlash(path, snapshot));
        return target.isPresent()
                ? Optional.of(moved(target.get(), snapshot, now))
                : respond(snapshot.lookUp(path, request.query()), path, snapshot, request, now);
    }

    private Optional<FeedResponse> respond(
            Lookup<Document> lookup, String path, Snapshot snapshot, FeedRequest request, Instant now) {
        if (lookup instanceof Lookup.Found<Document> result) {
            var responses = new PreparedResponses.OfDocument(result.found(), settings);
            return Optional.of(respond(responses, path, request, now).response());
        } else if (lookup instanceof Lookup.Moved<Document> moved) {
            return Optional.of(moved(moved.path(), snapshot, now));
        } else if (lookup instanceof Lookup.SeeOther<Document> seeOther) {
            return Optional.of(Responses.seeOther(PublicUrl.relative(seeOther.path(), path), now));
        } else if (lookup instanceof Lookup.Rejected<Document> rejected) {
            return Optional.of(Responses.rejected(rejected.page(), now));
        }
        return lookup instanceof Lookup.Unavailable ? Optional.of(Responses.busy(now)) : root(path, now);
    }

    /** Leads people from the site's root to the pages: behind a proxy, the root is the site's own page. */
    private Optional<FeedResponse> root(String path, Instant now) {
        return settings.pages()
                .folder()
                .filter(folder -> path.isEmpty())
                .map(folder -> Responses.seeOther(folder + "/", now));
    }

    /** Returns the path without final slashes, which Zola adds to the feed addresses of some languages. */
    private static Optional<String> withoutSlash(String path, Snapshot snapshot) {
        return Optional.of(path.replaceFirst("/+$", ""))
                .filter(stripped ->
                        !stripped.equals(path) && snapshot.find(stripped).isPresent());
    }

    private FeedResponse moved(String path, Snapshot snapshot, Instant now) {
        var document = snapshot.find(path);
        var location = document.map(d -> PercentEncoding.url(d.url())).orElseGet(() -> PublicUrl.below(baseUrl, path));
        return Responses.moved(location, now).withDocument(document);
    }

    private PreparedResponse respond(
            PreparedResponses.OfDocument responses, String path, FeedRequest request, Instant now) {
        var document = responses.document();
        var page = document.feed().about();
        if (settings.pages().browsersSeePages() && page.isPresent() && FetchMetadata.navigates(request)) {
            return new PreparedResponse(
                    Responses.toPage(PublicUrl.relative(page.get().path(), path), now)
                            .withDocument(Optional.of(document)));
        }
        var exact = Preconditions.exactMatch(document, request);
        if (exact.isPresent()) {
            return responses.notModified(exact.get(), now);
        }
        var variant = negotiated(document, request);
        return Preconditions.match(document, variant, request)
                .map(known -> responses.notModified(known, now))
                .or(() -> delta(document, variant, request)
                        .map(entries ->
                                new PreparedResponse(responses.responses().delta(entries, now))))
                .orElseGet(() -> responses.full(variant, now));
    }

    private Variant negotiated(Document document, FeedRequest request) {
        var coding = codings.choose(
                request.header("Accept-Encoding"), c -> document.variant(c).isPresent());
        return document.variant(coding).orElse(document.identity());
    }

    private Optional<Bytes> delta(Document document, Variant variant, FeedRequest request) {
        return settings.http().deltas() ? DeltaEncoding.delta(document, variant.bytes(), request) : Optional.empty();
    }

    /** Empty for a site at the root, {@code blog/} for a site below /blog. */
    private static String basePath(URI baseUrl) {
        var path = baseUrl.getPath().replaceAll("^/+|/+$", "");
        return path.isEmpty() ? "" : path + "/";
    }
}
