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
 * A month of polling: what the readers load from this service, and from the same site as static files that are rebuilt
 * every day. Run it to print the table.
 */
public final class Traffic {
    private static final int DAY = 24 * 60;
    private static final int POSTS = 40;
    private static final int WORDS_OF_A_POST = 1000;

    private final int days;
    private final Random random = new Random(1);
    private final HandMadeSite site;
    private final Witness witness;
    private final StaticFiles files = new StaticFiles();
    private final Map<String, Load> ours = new LinkedHashMap<>();
    private final Map<String, Load> theirs = new LinkedHashMap<>();

    Traffic(int days) {
        this(days, service -> service, (reader, request, response) -> {});
    }

    /**
     * Traffic that is looked at.
     *
     * @param through what our answers go through
     * @param witness sees them on the side of the readers
     */
    public Traffic(int days, UnaryOperator<HttpService> through, Witness witness) {
        this.days = days;
        this.site = new HandMadeSite(through);
        this.witness = witness;
    }

    /** Sees what we answer to whom. */
    public interface Witness {
        void saw(String reader, FeedRequest request, FeedResponse response);
    }

    /** What was sent in how many answers with a body. */
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

    /** The loads by the names of the readers. */
    public record Outcome(Map<String, Load> ours, Map<String, Load> theirs) {}

    public static void main(String[] arguments) {
        var outcome = new Traffic(30).run();
        System.out.printf(
                "%-14s %10s %8s %12s   %10s %8s %12s   %6s%n",
                "reader", "requests", "bodies", "bytes", "requests", "bodies", "bytes", "ratio");
        outcome.ours()
                .forEach((reader, our) -> print(reader, our, outcome.theirs().getOrDefault(reader, Load.NONE)));
        print("conditional", conditional(outcome.ours()), conditional(outcome.theirs()));
        print("all", sum(outcome.ours()), sum(outcome.theirs()));
    }

    private static void print(String reader, Load our, Load their) {
        System.out.printf(
                "%-14s %10d %8d %12d   %10d %8d %12d   %5.1f%%%n",
                reader,
                our.requests(),
                our.bodies(),
                our.bytes(),
                their.requests(),
                their.bodies(),
                their.bytes(),
                100.0 * our.bytes() / their.bytes());
    }

    /** Of all readers but the one that never asks whether anything changed. */
    static Load conditional(Map<String, Load> loads) {
        var polite = new LinkedHashMap<>(loads);
        polite.remove(PlainReader.class.getSimpleName());
        return sum(polite);
    }

    static Load sum(Map<String, Load> loads) {
        return loads.values().stream().reduce(Load.NONE, Load::plus);
    }

    /** A new post every week, an edit every ten days, a build of the static site every night. */
    public Outcome run() {
        for (var i = 0; i < POSTS; i++) {
            site.posts().put("https://example.org/post-%03d".formatted(i), text());
        }
        site.publish();
        files.build(site.atom(), site.now());
        var our = Reader.all(HandMadeSite.ATOM);
        var their = Reader.all(HandMadeSite.ATOM);
        for (var minute = 0; minute < days * DAY; minute++) {
            author(minute);
            poll(our, ours, site::answer, witness);
            poll(their, theirs, request -> files.answer(request, site.now()), (reader, request, response) -> {});
            site.advance(Duration.ofMinutes(1));
        }
        return new Outcome(ours, theirs);
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
            List<Reader> readers, Map<String, Load> loads, Function<FeedRequest, FeedResponse> server, Witness seenBy) {
        for (var reader : readers) {
            if (!reader.due().isAfter(site.now())) {
                reader.poll(
                        request -> {
                            var response = server.apply(request);
                            seenBy.saw(reader.toString(), request, response);
                            loads.merge(reader.toString(), Load.NONE.plus(response), Load::plus);
                            return response;
                        },
                        site.now());
            }
        }
    }

    /** Compresses four times, as the feeds of real sites do. */
    private String text() {
        var text = new StringBuilder();
        for (var i = 0; i < WORDS_OF_A_POST; i++) {
            // Few words are used often, most of them seldom.
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
