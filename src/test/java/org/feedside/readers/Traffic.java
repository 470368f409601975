package org.feedside.readers;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.http.HttpService;
import org.feedside.publishing.Bytes;

/**
 * A simulation of a month of polling: how much the readers download from Feedside, and how much from the same site as
 * static files that are rebuilt every day. The main method prints the table.
 */
public final class Traffic {
    private static final int DAY = 24 * 60;
    private static final int POSTS = 40;
    private static final int WORDS_PER_POST = 1000;

    private final int days;
    private final Random random = new Random(1);
    private final HandMadeSite site;
    private final Observer observer;
    private final StaticFiles files = new StaticFiles();
    private final Map<String, Load> fromService = new LinkedHashMap<>();
    private final Map<String, Load> fromFiles = new LinkedHashMap<>();

    Traffic(int days) {
        this(days, service -> service, (reader, request, response) -> {});
    }

    /**
     * Creates a simulation with an observer.
     *
     * @param wrapper wraps Feedside's service
     * @param observer receives Feedside's responses as the readers get them
     */
    public Traffic(int days, UnaryOperator<HttpService> wrapper, Observer observer) {
        this.days = days;
        this.site = new HandMadeSite(wrapper);
        this.observer = observer;
    }

    /** Receives each request that a reader sends to Feedside, with the response. */
    public interface Observer {
        void responded(String reader, FeedRequest request, FeedResponse response);
    }

    /** The number of requests, of responses with a body, and of bytes sent. */
    public record Load(long requests, long bodies, long bytes) {
        static final Load NONE = new Load(0, 0, 0);

        Load plus(FeedResponse response) {
            var head = response.headers().entrySet().stream()
                    .mapToLong(
                            field -> field.getKey().length() + field.getValue().length() + 4)
                    .sum();
            var body = response.body().map(Bytes::size).orElse(0);
            return new Load(
                    requests + 1,
                    bodies + (body > 0 ? 1 : 0),
                    bytes + "HTTP/1.1 200 OK\r\n\r\n".length() + head + body);
        }

        Load plus(Load other) {
            return new Load(requests + other.requests, bodies + other.bodies, bytes + other.bytes);
        }
    }

    /** The loads by reader: those of Feedside and those of the static files. */
    public record Result(Map<String, Load> service, Map<String, Load> files) {}

    public static void main(String[] arguments) {
        var result = new Traffic(30).run();
        System.out.printf(
                "%-14s %10s %8s %12s   %10s %8s %12s   %6s%n",
                "reader", "requests", "bodies", "bytes", "requests", "bodies", "bytes", "ratio");
        result.service()
                .forEach((reader, load) -> print(reader, load, result.files().getOrDefault(reader, Load.NONE)));
        print("conditional", conditional(result.service()), conditional(result.files()));
        print("all", sum(result.service()), sum(result.files()));
    }

    private static void print(String reader, Load service, Load files) {
        System.out.printf(
                "%-14s %10d %8d %12d   %10d %8d %12d   %5.1f%%%n",
                reader,
                service.requests(),
                service.bodies(),
                service.bytes(),
                files.requests(),
                files.bodies(),
                files.bytes(),
                100.0 * service.bytes() / files.bytes());
    }

    /** The sum for all readers that send conditional requests. */
    static Load conditional(Map<String, Load> loads) {
        var conditional = new LinkedHashMap<>(loads);
        conditional.remove(PlainReader.class.getSimpleName());
        return sum(conditional);
    }

    static Load sum(Map<String, Load> loads) {
        return loads.values().stream().reduce(Load.NONE, Load::plus);
    }

    /** Runs the simulation: a new post every week, an edit every ten days, a build of the static site every night. */
    public Result run() {
        for (var i = 0; i < POSTS; i++) {
            site.posts().put("https://example.org/post-%03d".formatted(i), text());
        }
        site.publish();
        files.build(site.atom(), site.now());
        var subscribers = Reader.all(HandMadeSite.ATOM);
        var fileSubscribers = Reader.all(HandMadeSite.ATOM);
        for (var minute = 0; minute < days * DAY; minute++) {
            author(minute);
            poll(subscribers, fromService, site::respond, observer);
            poll(
                    fileSubscribers,
                    fromFiles,
                    request -> files.respond(request, site.now()),
                    (reader, request, response) -> {});
            site.advance(Duration.ofMinutes(1));
        }
        return new Result(fromService, fromFiles);
    }

    private void author(int minute) {
        var writes = minute % (7 * DAY) == 600;
        var edits = minute % (10 * DAY) == 900;
        if (writes) {
            site.posts().remove(site.posts().keySet().iterator().next());
            site.posts().put("https://example.org/post-%03d".formatted(POSTS + minute / DAY), text());
        }
        if (edits) {
            site.posts().put("https://example.org/post-%03d".formatted(POSTS - 1), text());
        }
        if (writes || edits) {
            site.publish();
        }
        if (writes || edits || minute % DAY == 180) {
            files.build(site.atom(), site.now());
        }
    }

    private void poll(
            List<Reader> readers,
            Map<String, Load> loads,
            Function<FeedRequest, FeedResponse> server,
            Observer observer) {
        for (var reader : readers) {
            if (!reader.due().isAfter(site.now())) {
                reader.poll(
                        request -> {
                            var response = server.apply(request);
                            observer.responded(reader.toString(), request, response);
                            loads.merge(reader.toString(), Load.NONE.plus(response), Load::plus);
                            return response;
                        },
                        site.now());
            }
        }
    }

    /** Returns a text that gzip compresses to a quarter, as the feeds of real sites. */
    private String text() {
        var text = new StringBuilder();
        for (var i = 0; i < WORDS_PER_POST; i++) {
            // A few words are frequent and most are rare, as in a real text.
            var word = (int) (2000 * Math.pow(random.nextDouble(), 6));
            text.append(Integer.toString(word * 7919 + 1300, 26)).append(' ');
            if (i % 50 == 49) {
                text.append("&lt;/p&gt;\n&lt;p&gt;See &lt;a href=\"https://example.org/a-page/\"&gt;");
                text.append("the page&lt;/a&gt;. ");
            }
        }
        return text.toString();
    }
}
