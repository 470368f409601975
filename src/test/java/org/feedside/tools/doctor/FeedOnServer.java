package org.feedside.tools.doctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.feedside.publishing.Bytes;

/** A fetcher for one feed, served correctly until a test adds a fault. Records the requests. */
final class FeedOnServer implements Fetcher {
    static final URI ADDRESS = URI.create("https://blog.example.org/atom.xml");

    private static final URI ENTRY = URI.create("https://blog.example.org/a/");

    private final Map<String, String> fields = new TreeMap<>(Map.of(
            "Content-Type", "application/atom+xml; charset=utf-8",
            "ETag", "\"abc\"",
            "Last-Modified", "Sun, 15 Jun 2025 00:00:00 GMT",
            "Date", "Mon, 16 Jun 2025 00:00:00 GMT",
            "Cache-Control", "public, max-age=3600, s-maxage=60",
            "Vary", "Accept-Encoding"));
    private final Map<URI, FetchResult> others = new TreeMap<>();
    private final List<String> lostOn304 = new ArrayList<>();
    private final List<Map<String, String>> requests = new ArrayList<>();
    private Function<Map<String, String>, Optional<FetchResult>> exception = request -> Optional.empty();
    private String text = atom("https://blog.example.org/atom.xml");
    private Duration time = Duration.ofMillis(50);
    private FetchResult entry = answer(200, Map.of("Content-Type", "text/html"), "<html>");
    private boolean isCompressing = true;
    private boolean isKeepingTags = true;
    private boolean isConditional = true;
    private boolean isChanging;

    static String atom(String self) {
        return atom(self, "https://blog.example.org/", "https://blog.example.org/a/", "https://blog.example.org/b/");
    }

    static String atom(String self, String page, String... entries) {
        var feed = new StringBuilder("<feed xmlns='http://www.w3.org/2005/Atom'><title>Boats</title>");
        feed.append("<link rel='self' href='%s'/><link href='%s'/>".formatted(self, page));
        for (var entry : entries) {
            feed.append("<entry><link href='%s'/><content>%s</content></entry>".formatted(entry, "Boat. ".repeat(200)));
        }
        return feed.append("</feed>").toString();
    }

    static FetchResult.Received answer(int status, Map<String, String> fields, String text) {
        var lists = new TreeMap<String, List<String>>();
        fields.forEach((name, value) -> lists.put(name, List.of(value)));
        return new FetchResult.Received(
                status, new ResponseFields(lists), Bytes.utf8(text), false, Duration.ofMillis(50));
    }

    FeedOnServer with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    FeedOnServer without(String name) {
        fields.remove(name);
        return this;
    }

    FeedOnServer without304(String... names) {
        lostOn304.addAll(List.of(names));
        return this;
    }

    FeedOnServer text(String other) {
        text = other;
        return this;
    }

    FeedOnServer taking(Duration each) {
        time = each;
        return this;
    }

    /** Sends this for the page of the first entry. */
    FeedOnServer entry(FetchResult answer) {
        entry = answer;
        return this;
    }

    FeedOnServer uncompressed() {
        isCompressing = false;
        return this;
    }

    FeedOnServer compressingAwayTags() {
        isKeepingTags = false;
        return this;
    }

    FeedOnServer unconditional() {
        isConditional = false;
        return this;
    }

    /** Sends a different tag each time. */
    FeedOnServer changing() {
        isChanging = true;
        return this;
    }

    FeedOnServer at(String address, FetchResult answer) {
        others.put(URI.create(address), answer);
        return this;
    }

    FeedOnServer redirecting(String from, int status, String to) {
        return at(from, answer(status, Map.of("Location", to), ""));
    }

    FeedOnServer always(FetchResult answer) {
        exception = request -> Optional.of(answer);
        return this;
    }

    /** Sends some readers a different response. */
    FeedOnServer toAgents(String part, FetchResult answer) {
        return when(request -> request.getOrDefault("User-Agent", "").contains(part), answer);
    }

    FeedOnServer when(Predicate<Map<String, String>> request, FetchResult answer) {
        var before = exception;
        exception = r -> before.apply(r).or(() -> request.test(r) ? Optional.of(answer) : Optional.empty());
        return this;
    }

    /** The header fields of the requests for the feed so far. */
    List<Map<String, String>> requests() {
        return requests;
    }

    long downloads() {
        return requests.stream().filter(request -> !isKnown(request)).count();
    }

    @Override
    public FetchResult get(URI address, Map<String, String> request) {
        if (address.equals(ENTRY)) {
            return entry;
        }
        requests.add(request);
        if (isChanging) {
            fields.put("ETag", "\"%d\"".formatted(requests.size()));
        }
        return Optional.ofNullable(others.get(address))
                .or(() -> exception.apply(request))
                .orElseGet(() -> isConditional && isKnown(request) ? unchanged() : whole(request));
    }

    private boolean isKnown(Map<String, String> request) {
        var tag = Optional.ofNullable(request.get("If-None-Match"));
        return tag.isPresent()
                ? tag.get().equals(fields.get("ETag"))
                : request.getOrDefault("If-Modified-Since", "none").equals(fields.get("Last-Modified"));
    }

    private FetchResult unchanged() {
        var left = new TreeMap<>(fields);
        left.remove("Content-Type");
        lostOn304.forEach(left::remove);
        return timed(answer(304, left, ""));
    }

    private FetchResult whole(Map<String, String> request) {
        if (!isCompressing || !request.getOrDefault("Accept-Encoding", "").contains("gzip")) {
            return timed(answer(200, fields, text));
        }
        var compressed = new TreeMap<>(fields);
        compressed.putIfAbsent("Content-Encoding", "gzip");
        if (!isKeepingTags) {
            compressed.remove("ETag");
        }
        var answer = answer(200, compressed, "");
        return timed(new FetchResult.Received(200, answer.fields(), gzip(text), false, time));
    }

    private FetchResult timed(FetchResult.Received answer) {
        return new FetchResult.Received(answer.status(), answer.fields(), answer.body(), answer.isCut(), time);
    }

    private static Bytes gzip(String text) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            Bytes.utf8(text).toStream().transferTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.of(out.toByteArray());
    }
}
