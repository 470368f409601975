package org.feedside.readers;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.feedside.config.ServiceConfig;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.http.FeedService;
import org.feedside.http.HttpService;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.testing.Documents;

/** A site with one feed in two formats, published as the service does, with a clock that the test advances. */
final class HandMadeSite {
    static final String ATOM = "/blog/atom.xml";
    static final String RSS = "/blog/rss.xml";

    private final Map<String, String> posts = new TreeMap<>();
    private final Published published = new Published();
    private final HttpService service;
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");
    private long generation;

    HandMadeSite() {
        this(service -> service);
    }

    /**
     * Creates a site without posts.
     *
     * @param wrapper wraps the service that answers the requests
     */
    HandMadeSite(UnaryOperator<HttpService> wrapper) {
        service = wrapper.apply(
                new FeedService(published, URI.create("https://example.org/blog"), ServiceConfig.DEFAULT));
    }

    Instant now() {
        return now;
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    /** The posts by id; tests may change this map. */
    Map<String, String> posts() {
        return posts;
    }

    /** The published Atom feed. */
    Bytes atom() {
        return published.current().find("atom.xml").orElseThrow().identity().bytes();
    }

    FeedResponse respond(FeedRequest request) {
        return service.respond(request, now);
    }

    /** Publishes the changed feeds, with a Last-Modified at least a second after the previous one, then again with brotli. */
    void publish() {
        var documents = new TreeMap<String, Document>();
        for (var format : List.of(
                new Format("atom.xml", "application/atom+xml; charset=utf-8", this::atom),
                new Format("rss.xml", "application/rss+xml; charset=utf-8", this::rss))) {
            documents.put(format.path(), next(format));
        }
        published.publish(new Snapshot(++generation, documents, OnDemand.NONE));
        documents.replaceAll((path, document) -> Encodings.complete(document).orElse(document));
        published.publish(new Snapshot(++generation, documents, OnDemand.NONE));
    }

    private Document next(Format format) {
        var previous = published.current().find(format.path());
        var unchanged = previous.filter(p -> format.text()
                .at(p.lastModified().orElseThrow())
                .equals(p.identity().bytes().toString()));
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        var lastModified = Stream.concat(
                        Stream.of(now.truncatedTo(ChronoUnit.SECONDS)),
                        previous.map(p -> p.lastModified().orElseThrow().plusSeconds(1)).stream())
                .reduce((a, b) -> a.isAfter(b) ? a : b)
                .orElseThrow();
        var document = Documents.published(
                format.path(),
                "https://example.org/blog/" + format.path(),
                format.mediaType(),
                lastModified,
                Bytes.utf8(format.text().at(lastModified)));
        return previous.map(document::after).orElse(document);
    }

    private String atom(Instant updated) {
        var text = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">")
                .append("<title>Züge</title><updated>%s</updated><author><name>A</name></author>".formatted(updated));
        posts.forEach((id, post) -> text.append(
                "<entry><id>%s</id><title>t</title><link href=\"%s\"/><content type=\"html\">%s</content></entry>"
                        .formatted(id, id, post)));
        return text.append("</feed>\n").toString();
    }

    private String rss(Instant updated) {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>")
                .append("<title>Züge</title><lastBuildDate>%s</lastBuildDate>".formatted(updated));
        posts.forEach((id, post) ->
                text.append("<item><title>t</title><link>%s</link><guid>%s</guid><description>%s</description></item>"
                        .formatted(id, id, post)));
        return text.append("</channel></rss>\n").toString();
    }

    private record Format(String path, String mediaType, Text text) {}

    /** Returns a document with the date of its last change. */
    private interface Text {
        String at(Instant updated);
    }
}
