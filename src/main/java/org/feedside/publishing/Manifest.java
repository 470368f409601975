package org.feedside.publishing;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.feedside.base.text.ProgramVersion;
import org.feedside.config.MovedFeeds;
import org.feedside.content.PageDate;
import org.feedside.feeds.Entry;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPage;
import org.feedside.feeds.Format;
import org.feedside.feeds.Person;
import org.feedside.feeds.SafePath;
import org.feedside.formats.Json;
import org.feedside.formats.reading.JsonObject;
import org.feedside.publishing.state.DocumentState;
import org.feedside.publishing.state.Identity;
import org.feedside.publishing.state.PostState;
import org.feedside.publishing.state.PublishedState;

/**
 * The list of what is published, as JSON: followers serve the same, and a publisher on another machine continues from it. It
 * contains nothing that the feeds do not contain.
 *
 * @param publishers the services that published it, each named by its first start, the current one last
 * @param generation the number of the publication
 */
public record Manifest(
        String baseUrl, List<Instant> publishers, long generation, List<Listed> documents, List<Post> posts) {
    /** Its path below base_url, in the feeds folder and in the folder of a built site. */
    public static final String PATH = "feeds/published.json";

    /** The largest manifest that is read: enough for 200,000 posts. */
    public static final int MAX_BYTES = 64 << 20;

    /** Later dates cannot be written in the formats of feeds and of HTTP. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{32}");

    public Manifest {
        publishers = List.copyOf(publishers);
        documents = List.copyOf(documents);
        posts = List.copyOf(posts);
    }

    /** A published document: its state without past versions, and what is known about its feed. */
    public record Listed(DocumentState state, FeedInfo feed) {}

    /**
     * A post in at least one feed.
     *
     * @param path the path of its URL below base_url, with a leading slash
     */
    public record Post(String id, String path, PageDate published, PageDate updated) {}

    /**
     * Returns the manifest of a publication with these feeds.
     *
     * @param documents the published documents by path
     * @param moves the feeds that moved or were retired, which are not published any more
     */
    public static Manifest of(
            PublishedState state, Map<String, Document> documents, Collection<Feed> feeds, MovedFeeds moves) {
        var byId = feeds.stream()
                .flatMap(feed -> feed.entries().stream())
                .collect(Collectors.toMap(Entry::id, Function.identity(), (first, same) -> first));
        var posts = state.posts().values().stream()
                .map(post -> post(post, Optional.ofNullable(byId.get(post.id())).orElseThrow()))
                .sorted(Comparator.comparing(Post::path).thenComparing(Post::id))
                .toList();
        return new Manifest(
                state.identity().orElseThrow().baseUrl(),
                state.publishers(),
                state.generation(),
                state.documents().entrySet().stream()
                        .filter(document -> isPublished(document.getKey(), moves))
                        .map(document -> listed(document.getValue(), documents))
                        .toList(),
                posts);
    }

    private static Listed listed(DocumentState state, Map<String, Document> documents) {
        var document = Optional.ofNullable(documents.get(state.file().path()));
        return new Listed(state.withPast(List.of()), document.orElseThrow().feed());
    }

    private static boolean isPublished(String path, MovedFeeds moves) {
        return !moves.isRetired(path) && moves.target(path).isEmpty();
    }

    private static Post post(PostState post, Entry entry) {
        return new Post(post.id(), post.path(), entry.published(), entry.updated());
    }

    /** Returns the state from which a build continues. It has no earlier versions of documents and no texts of posts. */
    public PublishedState state() {
        return new PublishedState(
                Optional.of(new Identity(baseUrl, false)),
                publishers,
                generation,
                documents.stream()
                        .map(Listed::state)
                        .collect(Collectors.toMap(
                                document -> document.file().path(), document -> document, (a, b) -> a)),
                // The names of files are not published. Posts are recognised by their ids and paths.
                posts.stream()
                        .collect(Collectors.toMap(
                                Post::path, post -> new PostState(post.id(), post.path()), (a, b) -> a)),
                Map.of());
    }

    /** Returns the manifest as JSON. */
    public String json() {
        return Json.text(Json.object(
                entry("feedside", ProgramVersion.current()),
                entry("publishers", publishers.stream().map(Instant::toString).toList()),
                entry("generation", generation),
                entry("base_url", baseUrl),
                entry("documents", documents.stream().map(Manifest::json).toList()),
                entry("posts", posts.stream().map(Manifest::json).toList())));
    }

    private static Map<String, Object> json(Listed listed) {
        var document = listed.state();
        var json = Json.object(
                entry("path", document.file().path()),
                entry("url", document.file().url()),
                entry("id", document.file().id()),
                entry("media_type", document.format().mediaType()),
                entry("digest", document.digest()),
                entry("updated", document.updated().text()),
                entry("last_modified", document.lastModified().toString()),
                entry("page", document.page()),
                entry("language", document.language()),
                entry("title", document.title()));
        document.description().ifPresent(text -> json.put("description", text));
        var author = new LinkedHashMap<String, Object>();
        author.put("name", document.author().name());
        document.author().email().ifPresent(address -> author.put("email", address));
        json.put("author", author);
        listed.feed()
                .about()
                .ifPresent(page ->
                        json.put("about", Json.object(entry("path", page.path()), entry("url", page.url()))));
        listed.feed().updateInterval().ifPresent(interval -> json.put("update_interval_seconds", interval.toSeconds()));
        return json;
    }

    private static Map<String, Object> json(Post post) {
        return Json.object(
                entry("id", post.id()),
                entry("path", post.path()),
                entry("published", post.published().text()),
                entry("updated", post.updated().text()));
    }

    /** Reads a manifest of any version; empty if it is not one. */
    public static Optional<Manifest> read(byte[] bytes) {
        try {
            return JsonObject.read(bytes).map(Manifest::of);
        } catch (NoSuchElementException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Manifest of(JsonObject json) {
        return new Manifest(
                json.text("base_url"),
                json.texts("publishers").stream().map(Instant::parse).toList(),
                Optional.of(json.number("generation"))
                        .filter(number -> number > 0 && number < Long.MAX_VALUE)
                        .orElseThrow(),
                json.objects("documents").stream().map(Manifest::document).toList(),
                json.objects("posts").stream().map(Manifest::post).toList());
    }

    private static Listed document(JsonObject json) {
        var about = json.findObject("about").map(page -> new FeedPage(page.text("path"), page.text("url")));
        var updateInterval = json.findNumber("update_interval_seconds").map(Duration::ofSeconds);
        var state = state(json);
        return new Listed(
                state,
                state.format() == Format.OPML
                        ? FeedInfo.NONE
                        : new FeedInfo(Optional.of(state.page()), about, updateInterval));
    }

    private static DocumentState state(JsonObject json) {
        var file = new FeedFile(
                // Documents are written at their paths.
                json.find("path").filter(Manifest::isPath).orElseThrow(),
                json.text("url"),
                json.text("id"),
                Format.ofMediaType(json.text("media_type")).orElseThrow());
        var author = json.findObject("author").orElseThrow();
        return new DocumentState(
                file,
                json.find("digest")
                        .filter(text -> DIGEST.matcher(text).matches())
                        .orElseThrow(),
                PageDate.parse(json.text("updated")).orElseThrow(),
                lastModified(json.text("last_modified")),
                List.of(),
                json.text("page"),
                json.text("language"),
                json.text("title"),
                json.find("description"),
                new Person(author.text("name"), author.find("email")));
    }

    private static boolean isPath(String path) {
        return SafePath.isSafe(path) && !path.isEmpty() && !path.startsWith("/") && !path.contains("//");
    }

    private static Instant lastModified(String text) {
        return Optional.of(Instant.parse(text))
                .filter(time -> time.equals(time.truncatedTo(ChronoUnit.SECONDS)) && time.isBefore(LATEST))
                .orElseThrow();
    }

    private static Post post(JsonObject json) {
        return new Post(
                json.text("id"),
                json.text("path"),
                PageDate.parse(json.text("published")).orElseThrow(),
                PageDate.parse(json.text("updated")).orElseThrow());
    }
}
