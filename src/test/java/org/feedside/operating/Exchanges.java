package org.feedside.operating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.feeds.Format;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.http.Requests;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.refreshing.RefreshResult;
import org.feedside.refreshing.RefreshRun;
import org.feedside.testing.Documents;

/** Requests and answers made by hand. */
final class Exchanges {
    static final Instant NOW = Instant.parse("2026-11-25T18:00:00Z");

    private Exchanges() {}

    static Document document(String path) {
        return Documents.atom(path, NOW, "<feed/>");
    }

    static Document onDemand(String path) {
        return Documents.onDemand(path, Format.ATOM, "<feed/>");
    }

    /** A request with fields like {@code "If-None-Match: *"}. */
    static FeedRequest request(String method, String path, String... fields) {
        return Requests.of(method, "203.0.113.5", path, fields);
    }

    static FeedRequest poll(String userAgent, String... fields) {
        var all = new ArrayList<String>(List.of(fields));
        all.add("User-Agent: " + userAgent);
        return request("GET", "/atom.xml", all.toArray(String[]::new));
    }

    static FeedResponse answer(int status, Document document, int bytes) {
        var body = bytes == 0 ? Optional.<Bytes>empty() : Optional.of(Bytes.of(new byte[bytes]));
        return new FeedResponse(status, Map.of(), body, Optional.of(document));
    }

    static FeedResponse answer(int status) {
        return new FeedResponse(status, Map.of(), Optional.empty(), Optional.empty());
    }

    static PollCounts counts(long... numbers) {
        return new PollCounts(Arrays.stream(numbers).boxed().toList());
    }

    /** The run of a refresh that ended well. */
    static RefreshRun run(Instant started, Instant ended, int documents, int changed) {
        var result = new RefreshResult(
                RefreshResult.Kind.CURRENT,
                1,
                documents,
                changed,
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Set.of());
        return new RefreshRun(started, ended, Optional.of(result));
    }

    /** Of a process that has just begun. */
    static Status status() {
        return new Status(
                NOW,
                NOW,
                "1.0",
                Optional.empty(),
                0,
                0,
                0,
                Status.Refreshes.NONE,
                List.of(),
                Optional.empty(),
                new Status.Memory(1, 2));
    }
}
