package org.feedside.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.feedside.base.disk.SystemDisk;
import org.feedside.base.slugs.SlugMode;
import org.feedside.config.Configuration;
import org.feedside.config.ServiceConfigReader;
import org.feedside.config.SiteFolder;
import org.feedside.content.ContentFolder;
import org.feedside.content.EnclosureLengths;
import org.feedside.content.Library;
import org.feedside.content.PageDate;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedCache;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPlan;
import org.feedside.feeds.Feeds;
import org.feedside.feeds.Format;
import org.feedside.feeds.RenderedPosts;
import org.feedside.formats.Formats;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.http.FeedService;
import org.feedside.markup.MarkdownRenderer;
import org.feedside.markup.RenderedPage;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.FeedInfo;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.publishing.Variant;
import org.feedside.site.Post;
import org.feedside.site.Site;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures the time of each stage for one post, feed, document or request. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class StageBenchmarks {
    private static final int POSTS = 1000;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private Optional<Input> input = Optional.empty();
    private int next;

    /** The results of the earlier stages. */
    private record Input(
            Path folder,
            Configuration configuration,
            List<Post> posts,
            MarkdownRenderer markup,
            Feed feed,
            Document document,
            FeedService service,
            FeedRequest poll,
            FeedRequest download) {}

    @Setup
    public void prepare() throws IOException {
        var folder = Files.createTempDirectory("stages");
        var generated = GeneratedSite.in(folder, POSTS, 1);
        var disk = new SystemDisk();
        var configuration = new SiteFolder(generated.folder(), Optional.empty(), Optional.empty())
                .read(disk)
                .value()
                .orElseThrow();
        var content = new ContentFolder(disk, configuration);
        var library = Library.of(content, NOW);
        var site = Site.at(
                library.sources(),
                configuration.site(),
                configuration.known(),
                new Site.View(NOW, ZoneOffset.UTC, false, false));
        var markup = new MarkdownRenderer(configuration.site().markdown(), SlugMode.ON, Map.of());
        var feed = Feeds.of(
                        FeedPlan.of(site, configuration.service()),
                        new RenderedPosts(Map.of(), markup, site.permalinks()),
                        new EnclosureLengths(Map.of(), Set.of(), List.of(), Set.of()),
                        new FeedCache())
                .all()
                .get(0);
        var file = file(feed, Format.ATOM);
        var document = new Document(
                file.path(),
                file.url(),
                file.format().contentType(),
                Optional.of(NOW),
                Encodings.of(Bytes.of(encoded(feed, Format.ATOM))),
                List.of(),
                FeedInfo.published(feed),
                Document.Kind.FEED);
        var published = new Published();
        published.publish(new Snapshot(1, Map.of(document.path(), document), OnDemand.NONE));
        input = Optional.of(new Input(
                folder,
                configuration,
                site.posts(),
                markup,
                feed,
                document,
                new FeedService(
                        published,
                        URI.create("https://blog.example.org"),
                        ServiceConfigReader.read("feedside.toml", "http.burst = 0")
                                .value()
                                .orElseThrow()),
                request(document, true),
                request(document, false)));
    }

    private static FeedFile file(Feed feed, Format format) {
        return feed.files().stream()
                .filter(file -> file.format() == format)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] encoded(Feed feed, Format format) {
        return Formats.encode(feed, file(feed, format), PageDate.of(NOW));
    }

    private Input input() {
        return input.orElseThrow();
    }

    private static FeedRequest request(Document document, boolean isConditional) {
        var gzip = document.variants().stream()
                .map(Variant::entityTag)
                .reduce((plain, coded) -> coded)
                .orElseThrow();
        var fields = new LinkedHashMap<String, String>();
        fields.put("accept-encoding", "gzip, deflate, br");
        fields.put("user-agent", "FreshRSS/1.26.3 (Linux; https://freshrss.org)");
        if (isConditional) {
            fields.put("if-none-match", gzip);
        }
        return new FeedRequest(
                "GET",
                "/" + document.path(),
                "",
                name -> Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT))),
                "192.0.2.1");
    }

    @TearDown
    public void remove() throws IOException {
        Setting.delete(input().folder());
    }

    private Post post() {
        next = (next + 1) % POSTS;
        return input().posts().get(next);
    }

    /** Reads the posts from files in the page cache. */
    @Benchmark
    public Library read_1000_posts() throws IOException {
        return Library.of(new ContentFolder(new SystemDisk(), input().configuration()), NOW);
    }

    @Benchmark
    public RenderedPage render_a_post() {
        return input().markup().render(RenderedPosts.body(post()), path -> Optional.empty());
    }

    @Benchmark
    public byte[] encode_atom() {
        return encoded(input().feed(), Format.ATOM);
    }

    @Benchmark
    public byte[] encode_rss() {
        return encoded(input().feed(), Format.RSS);
    }

    @Benchmark
    public byte[] encode_json() {
        return encoded(input().feed(), Format.JSON);
    }

    @Benchmark
    public Bytes compress_with_gzip() {
        return Encodings.of(input().document().identity().bytes()).get(1).bytes();
    }

    @Benchmark
    public Document compress_with_brotli() {
        return Encodings.complete(input().document()).orElseThrow();
    }

    @Benchmark
    public FeedResponse respond_304() {
        return input().service().respond(input().poll(), NOW);
    }

    @Benchmark
    public FeedResponse respond_200() {
        return input().service().respond(input().download(), NOW);
    }
}
