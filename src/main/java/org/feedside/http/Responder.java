package org.feedside.http;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.feeds.FeedPage;
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
                : answer(snapshot.seek(path, request.query()), path, snapshot, request, now);
    }

    private Optional<FeedResponse> answer(
            Finding finding, String path, Snapshot snapshot, FeedRequest request, Instant now) {
        if (finding instanceof Finding.Here here) {
            // Who looks at a page asks for no feed.
            var feed = Optional.of(here.document()).filter(document -> document.kind() == Document.Kind.FEED);
            return Optional.of(answer(here.document(), path, request, now).about(feed));
        } else if (finding instanceof Finding.Elsewhere elsewhere) {
            return Optional.of(moved(elsewhere.path(), snapshot, now));
        } else if (finding instanceof Finding.SeeOther other) {
            return Optional.of(Answers.seeOther(Address.seen(other.path(), path), now));
        } else if (finding instanceof Finding.Impossible impossible) {
            return Optional.of(Answers.impossible(impossible.page(), now));
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

    private FeedResponse answer(Document document, String path, FeedRequest request, Instant now) {
        var page = document.about().filter(about -> settings.browsersSeePages() && Browser.navigates(request));
        if (page.isPresent()) {
            return Answers.toPage(Address.seen(page.get().path(), path), now);
        }
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
        return safe(response, document).with("Accept-Ranges", "none").withBody(variant.bytes());
    }

    private static FeedResponse.Builder safe(FeedResponse.Builder response, Document document) {
        return document.kind() == Document.Kind.FEED ? Answers.harmless(response) : Answers.forPeople(response);
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
        validated.with("Cache-Control", cacheControl(document)).with("Vary", vary(document));
        return document.kind() == Document.Kind.FEED ? validated.with("Link", links(document)) : validated;
    }

    private String cacheControl(Document document) {
        return switch (document.kind()) {
            case FEED -> settings.freshness().cacheControl(document.rhythm());
            case PAGE -> "public, max-age=60";
            case ASSET -> "public, max-age=31536000, immutable";
        };
    }

    private String vary(Document document) {
        var fields = new StringBuilder("Accept-Encoding");
        if (settings.deltas() && document.entries().isPresent()) {
            fields.append(", A-IM");
        }
        if (settings.browsersSeePages() && document.kind() == Document.Kind.FEED) {
            fields.append(", ").append(Browser.DIFFERS_BY);
        }
        return fields.toString();
    }

    private String links(Document document) {
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
        return "<%s>; %s".formatted(Address.url(address), parameters);
    }

    /** Empty for a site at the root, {@code blog/} for one below /blog. */
    private static String basePath(URI baseUrl) {
        var path = baseUrl.getPath().replaceAll("^/+|/+$", "");
        return path.isEmpty() ? "" : path + "/";
    }
}
