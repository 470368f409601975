package org.feedside.readers;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.publishing.Bytes;

/** A simulated subscriber of one feed. It keeps every entry that it has shown, also when the entry leaves the feed. */
public abstract class Reader {
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|,)\\s*max-age=(\\d+)");
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final String userAgent;
    private final String address;
    private final Map<String, String> entries = new TreeMap<>();
    private final Map<String, Integer> shown = new TreeMap<>();
    private String path;
    private Instant due = Instant.MIN;
    private boolean ended;

    /**
     * Subscribes to a feed.
     *
     * @param path the path of the feed
     * @param address the IP address that the requests come from
     */
    protected Reader(String userAgent, String path, String address) {
        this.userAgent = userAgent;
        this.path = path;
        this.address = address;
    }

    /** One reader of each kind, all subscribed to the same feed, each with its own IP address. */
    public static List<Reader> all(String path) {
        return List.of(
                new NetNewsWire(path, "203.0.113.1"),
                new Newsboat(path, "203.0.113.2"),
                new FreshRss(path, "203.0.113.3"),
                new Miniflux(path, "203.0.113.4"),
                new CommaFeed(path, "203.0.113.5"),
                new Liferea(path, "203.0.113.6"),
                new NextcloudNews(path, "203.0.113.7"),
                new PlainReader(path, "203.0.113.8"),
                new PythonReader(path, "203.0.113.9"));
    }

    /** Polls now, even before {@link #due()}. */
    public final void poll(Function<FeedRequest, FeedResponse> server, Instant now) {
        if (ended) {
            return;
        }
        due = now.plus(AN_HOUR);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.put("User-Agent", userAgent);
        conditions(now).forEach(headers::put);
        var response = request(server, headers);
        if (response.status() == 301) {
            path = URI.create(response.header("Location").orElseThrow()).getRawPath();
            response = request(server, headers);
        }
        receive(response, now);
    }

    private FeedResponse request(Function<FeedRequest, FeedResponse> server, Map<String, String> headers) {
        return server.apply(new FeedRequest("GET", path, "", name -> Optional.ofNullable(headers.get(name)), address));
    }

    /** The time of the next poll. */
    public final Instant due() {
        return due;
    }

    /** The content of every entry that the reader has, by entry id. */
    public final Map<String, String> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /** How often each entry was shown as new, by entry id. */
    public final Map<String, Integer> shown() {
        return Collections.unmodifiableMap(shown);
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName();
    }

    /** The header fields of the next request, except User-Agent. */
    protected abstract Map<String, String> conditions(Instant now);

    protected abstract void receive(FeedResponse response, Instant now);

    protected final void pollAt(Instant time) {
        due = time;
    }

    /** Unsubscribes, because the server reported that the feed is gone (410). */
    protected final void end() {
        ended = true;
        due = Instant.MAX;
    }

    protected final void show(ReadFeed feed) {
        for (var item : feed.items()) {
            if (!entries.containsKey(item.id())) {
                shown.merge(item.id(), 1, Integer::sum);
            }
            entries.put(item.id(), item.content());
        }
    }

    protected static Bytes body(FeedResponse response) {
        var body = response.body().orElseThrow(() -> new AssertionError(response.status() + " without a body"));
        var coding = response.header("Content-Encoding").orElse("identity");
        try {
            return switch (coding) {
                case "identity" -> body;
                case "gzip" -> Bytes.of(new GZIPInputStream(body.toStream()).readAllBytes());
                case "br" -> {
                    Brotli4jLoader.ensureAvailability();
                    yield Bytes.of(Decoder.decompress(body.toArray()).getDecompressedData());
                }
                default -> throw new AssertionError("the reader did not accept the coding " + coding);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static Optional<Duration> maxAge(FeedResponse response) {
        return response.header("Cache-Control")
                .map(MAX_AGE::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> Duration.ofSeconds(Long.parseLong(matcher.group(1))));
    }

    protected static Optional<Duration> retryAfter(FeedResponse response) {
        return response.header("Retry-After").map(Long::parseLong).map(Duration::ofSeconds);
    }
}
