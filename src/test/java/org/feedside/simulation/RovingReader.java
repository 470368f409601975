package org.feedside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.feedside.http.FeedResponse;
import org.feedside.publishing.Document;
import org.feedside.readers.ReadFeed;

/**
 * A subscriber of one feed whose requests go to any server. It sends the validators of its last response, from whichever
 * server that was, and believes a 304.
 */
final class RovingReader {
    private final String path;
    private final boolean sendsTag;
    private final boolean sendsDate;
    private final Publications publications;
    private final Map<String, String> validators = new HashMap<>();
    private final Map<String, String> entries = new HashMap<>();
    private Optional<String> digest = Optional.empty();

    /**
     * @param sendsTag whether it sends entity tags, and accepts deltas
     * @param sendsDate whether it sends dates
     */
    RovingReader(String path, boolean sendsTag, boolean sendsDate, Publications publications) {
        this.path = path;
        this.sendsTag = sendsTag;
        this.sendsDate = sendsDate;
        this.publications = publications;
    }

    String path() {
        return path;
    }

    /**
     * Polls a server.
     *
     * @param datesAreUnique whether no two publishers published at once
     * @return whether the server has the feed
     */
    boolean poll(Machine server, boolean datesAreUnique) {
        var fields = new HashMap<>(validators);
        if (sendsTag) {
            fields.put("A-IM", "feed");
        }
        var response = server.respond("/" + path, "", fields);
        switch (response.status()) {
            case 200 -> receive(response, server);
            case 226 -> receiveDelta(response, server);
            case 304 -> {
                // A document of a later publication is passed on from the publisher.
                var document = server.published().current().find(path);
                if (document.isPresent() && (sendsTag || datesAreUnique)) {
                    assertThat(document.map(Document::digest))
                            .as("%s of %s, which a reader has already", path, server)
                            .isEqualTo(digest);
                }
            }
            case 404, 503 -> {}
            default -> throw new AssertionError("%s answers %s for %s".formatted(server, response, path));
        }
        return response.status() != 404;
    }

    private void receive(FeedResponse response, Machine server) {
        var body = response.body().orElseThrow();
        publications.checkBody(path, body.digest());
        assertThat(response.header("ETag"))
                .as("the tag of %s of %s", path, server)
                .contains("\"" + body.digest() + "\"");
        digest = Optional.of(body.digest());
        entries.clear();
        show(ReadFeed.parse(body), response);
    }

    private void receiveDelta(FeedResponse response, Machine server) {
        digest = server.published().current().find(path).map(Document::digest);
        show(ReadFeed.parse(response.body().orElseThrow()), response);
    }

    private void show(ReadFeed feed, FeedResponse response) {
        var ids = new HashSet<String>();
        for (var item : feed.items()) {
            assertThat(ids.add(item.id())).as("%s has %s once", path, item.id()).isTrue();
            entries.put(item.id(), item.content());
        }
        validators.clear();
        if (sendsTag) {
            response.header("ETag").ifPresent(tag -> validators.put("If-None-Match", tag));
        }
        if (sendsDate) {
            response.header("Last-Modified").ifPresent(date -> validators.put("If-Modified-Since", date));
        }
    }

    /** Checks that it has what the publisher has now. */
    void check(Document document) {
        assertThat(digest).as("the version of %s that a reader has", path).contains(document.digest());
        ReadFeed.parse(document.identity().bytes())
                .items()
                .forEach(item -> assertThat(entries).as(path).containsEntry(item.id(), item.content()));
    }
}
