package org.feedside.simulation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.feedside.base.disk.DiskEntry;
import org.feedside.publishing.Bytes;
import org.feedside.testing.SimulatedClock;

/**
 * Writes, breaks and deletes posts, and records the content of each file: the expected feeds follow from that alone.
 */
final class Author {
    static final Path SITE = Path.of("/site");
    static final Path CONTENT = SITE.resolve("content");

    /** A folder with some of the posts. It may become a link that leads nowhere. */
    static final Path INNER = CONTENT.resolve("inner");

    static final String BASE_URL = "https://example.org";
    static final List<String> TAGS = List.of("a", "b", "c");

    /** The enclosure of every post, and its size. */
    static final Path ENCLOSURE = SITE.resolve("static/talk.mp3");

    static final int SIZE = 4_711;

    /** The title in a configuration that counts only without the other one. */
    static final String OTHER_TITLE = "Other";

    /** A text of drafts, which must never be published. */
    static final String SECRET = "Secret";

    /** A text that the renderer fails on, and one that takes all memory. */
    static final String THROWS = "Throws";

    static final String EATS_MEMORY = "Eats memory";

    /** Lets {@link #breakPost} write a text that the renderer fails on. */
    static final int UNRENDERABLE = 3;

    /** The way to break a post that puts a named pipe in its place. */
    static final int NAMED_PIPE = 6;

    private final SimulatedDisk disk;
    private final SimulatedClock clock;
    private final Supplier<Duration> elapsed;
    private final Duration tick;
    private final TreeMap<String, Post> posts = new TreeMap<>();

    /** Every version of each file: a service that has not scanned for a while may still show any of them. */
    private final Map<String, List<Version>> histories = new HashMap<>();

    private final Map<Path, Duration> written = new HashMap<>();
    private Map<Path, Bytes> unmounted = Map.of();
    private boolean isMounted = true;
    private Optional<Duration> emptySince = Optional.empty();
    private boolean isInnerAway;
    private boolean isConfigBroken;
    private int titles;
    private int versions;
    private int names;

    /**
     * @param tick the granularity of the file system's timestamps
     * @param elapsed the monotonic time
     */
    Author(SimulatedDisk disk, SimulatedClock clock, Supplier<Duration> elapsed, Duration tick) {
        this.disk = disk;
        this.clock = clock;
        this.elapsed = elapsed;
        this.tick = tick;
        disk.makeFolder(CONTENT);
        writeConfig();
        put(ENCLOSURE, new byte[SIZE]);
        writeConfig("config.toml", OTHER_TITLE);
    }

    /** One version of a file. */
    record Version(String title, Instant date, List<String> tags, boolean draft, String text) {
        String source() {
            var quoted = tags.stream().map(tag -> '"' + tag + '"').toList();
            return "+++\ntitle = \"%s\"\ndate = %s\n%staxonomies.tags = %s\nextra.enclosure = \"/talk.mp3\"\n+++\n%s\n"
                    .formatted(title, date, draft ? "draft = true\n" : "", quoted, text);
        }
    }

    /** A file of the content folder. */
    static final class Post {
        private final List<Version> history;
        private boolean broken;
        private boolean mayBeSilent;
        private boolean behindLink;
        private boolean mustStay;

        Post(List<Version> history) {
            this.history = history;
        }

        Version latest() {
            return history.get(history.size() - 1);
        }

        /** Returns the current version; empty while the file is broken or cannot be reached. */
        Optional<Version> now() {
            return broken || behindLink ? Optional.empty() : Optional.of(latest());
        }

        /** Whether it must be among the problems that the service reports. */
        boolean mustBeReported() {
            return behindLink || (broken && !mayBeSilent);
        }

        List<Version> history() {
            return Collections.unmodifiableList(history);
        }

        /** Whether it was published and has only been broken since. */
        boolean mustStay() {
            return mustStay;
        }

        void published() {
            mustStay = true;
        }

        private void mayDisappear() {
            mustStay = false;
        }
    }

    /** Returns the posts with files, by name. */
    Map<String, Post> posts() {
        return Collections.unmodifiableMap(posts);
    }

    /** Returns the versions of deleted posts that the service may keep, because it cannot see that they are deleted. */
    Map<String, List<Version>> deletedBehindLink() {
        var deleted = new TreeMap<String, List<Version>>();
        histories.forEach((name, history) -> {
            if (isInnerAway && file(name).startsWith(INNER) && !posts.containsKey(name)) {
                deleted.put(name, history);
            }
        });
        return deleted;
    }

    /** Whether a published post may be missing now: its file is missing, or its date is in the future. */
    boolean mayBeMissing(String id) {
        var name = id.substring(BASE_URL.length() + 1, id.length() - 1);
        return !isMounted
                || Optional.ofNullable(posts.get(name))
                        .filter(post -> post.now().isEmpty()
                                ? post.mustStay && post.history().stream().allMatch(this::isPublic)
                                : isPublic(post.latest()))
                        .isEmpty();
    }

    private boolean isPublic(Version version) {
        return !version.draft() && !version.date().isAfter(clock.instant());
    }

    String title() {
        return "Example " + titles;
    }

    Version newVersion(int how) {
        var days = Math.floorMod(how, 300);
        return new Version(
                "Title " + versions,
                Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofHours(days)),
                tags(how / 300),
                false,
                text());
    }

    private String text() {
        return "Text number %d.".formatted(versions++);
    }

    private static List<String> tags(int how) {
        var tags = new TreeSet<String>();
        for (int i = 0; i < TAGS.size(); i++) {
            if ((how >> i & 1) == 1) {
                tags.add(TAGS.get(i));
            }
        }
        return List.copyOf(tags);
    }

    String newName() {
        return (names % 4 == 3 ? "inner/post" : "post") + names++;
    }

    Optional<String> name(int which) {
        return posts.isEmpty()
                ? Optional.empty()
                : Optional.of(List.copyOf(posts.keySet()).get(which % posts.size()));
    }

    void write(String name, Version version) {
        if (!canChange(name)) {
            return;
        }
        var post = posts.computeIfAbsent(name, n -> new Post(histories.computeIfAbsent(n, h -> new ArrayList<>())));
        post.history.add(version);
        post.broken = false;
        post.mustStay = false;
        disk.setKind(file(name), DiskEntry.Kind.FILE);
        put(file(name), version.source().getBytes(StandardCharsets.UTF_8));
    }

    private boolean canChange(String name) {
        return isMounted && !(isInnerAway && file(name).startsWith(INNER));
    }

    void edit(String name) {
        var last = latest(name);
        write(name, new Version(last.title(), last.date(), last.tags(), last.draft(), last.draft() ? SECRET : text()));
    }

    void retag(String name, int how) {
        var last = latest(name);
        write(name, new Version(last.title(), last.date(), tags(how), last.draft(), last.text()));
    }

    void draft(String name) {
        var last = latest(name);
        write(name, new Version(SECRET, last.date(), last.tags(), true, SECRET));
    }

    void future(String name, Duration ahead) {
        var date = clock.instant().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
        write(name, new Version("Future " + versions, date, List.of("a"), false, text()));
    }

    private Version latest(String name) {
        return Optional.ofNullable(posts.get(name)).map(Post::latest).orElseGet(() -> newVersion(0));
    }

    /** Replaces a post by an invalid file. */
    void breakPost(String name, int how) {
        if (!canChange(name) || !posts.containsKey(name)) {
            return;
        }
        var post = Optional.ofNullable(posts.get(name)).orElseThrow();
        post.broken = true;
        post.mayBeSilent = how % 8 == UNRENDERABLE || how % 8 == 4;
        var source = post.latest().source().getBytes(StandardCharsets.UTF_8);
        disk.setKind(
                file(name),
                switch (how % 8) {
                    case 5 -> DiskEntry.Kind.NOWHERE;
                    case NAMED_PIPE -> DiskEntry.Kind.SPECIAL;
                    default -> DiskEntry.Kind.FILE;
                });
        var broken = switch (how % 8) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(source, 12);
            case 2 -> new byte[] {'+', '+', '+', '\n', (byte) 0xFF, '\n', '+', '+', '+', '\n'};
            case UNRENDERABLE -> unrenderable(post.latest(), THROWS);
            case 4 -> unrenderable(post.latest(), EATS_MEMORY);
            default -> "+++\ntitle = \"x\"\ndate = never\n+++\nText\n".getBytes(StandardCharsets.UTF_8);
        };
        put(file(name), broken);
    }

    private static byte[] unrenderable(Version version, String text) {
        return new Version("Never shown", version.date(), version.tags(), version.draft(), text)
                .source()
                .getBytes(StandardCharsets.UTF_8);
    }

    void delete(String name) {
        if (canChange(name)) {
            posts.remove(name);
            disk.remove(file(name));
        }
    }

    /** Removes a post and returns how to write it again under another name; empty if it cannot be renamed. */
    Optional<Rename> rename(String name) {
        var version = Optional.ofNullable(posts.get(name))
                .filter(post -> canChange(name))
                .flatMap(Post::now);
        var newName = newName();
        return version.filter(v -> canChange(newName)).map(v -> {
            delete(name);
            return new Rename(id(name), id(newName), isPublic(v), () -> write(newName, v));
        });
    }

    /** A rename whose second half is to come. */
    record Rename(String oldId, String newId, boolean isPublic, Runnable finish) {}

    static String id(String name) {
        return BASE_URL + "/" + name + "/";
    }

    /** Replaces the folder by another one with the same files, as git-sync does. One post may change. */
    void swap(int how) {
        for (var name : List.copyOf(posts.keySet())) {
            var post = Optional.ofNullable(posts.get(name)).orElseThrow();
            if (!post.broken) {
                write(name, post.latest());
            }
        }
        name(how).ifPresent(this::edit);
    }

    /** Turns the inner folder into a link whose target is away. */
    void loseInner() {
        setInnerAway(isMounted && disk.has(INNER));
    }

    void restoreInner() {
        setInnerAway(false);
    }

    private void setInnerAway(boolean isAway) {
        isInnerAway = isAway;
        disk.setKind(INNER, isAway ? DiskEntry.Kind.NOWHERE : DiskEntry.Kind.FOLDER);
        posts.forEach((name, post) -> post.behindLink = isAway && file(name).startsWith(INNER));
    }

    /** Files that a new process does not know to be missing. */
    static List<Path> otherFiles() {
        return List.of(SITE.resolve("zola.toml"), ENCLOSURE);
    }

    /** Returns the files of some posts, a folder of posts, or files that are not posts. */
    List<Path> someFiles(int how) {
        if (how % 5 == 1) {
            return otherFiles();
        }
        return how % 5 == 0
                ? List.of(INNER)
                : posts.keySet().stream()
                        .filter(name -> Math.floorMod(name.hashCode() + how, 3) == 0)
                        .map(Author::file)
                        .toList();
    }

    void unmount() {
        if (isMounted) {
            isMounted = false;
            unmounted = disk.removeFolder(CONTENT);
        }
    }

    /** Leaves an empty folder at the mount point. */
    void leaveMountPoint() {
        unmount();
        disk.makeFolder(CONTENT);
        emptySince = emptySince.or(() -> Optional.of(elapsed.get()));
    }

    /** Allows the empty folder to be published. */
    void emptinessMayCount() {
        emptySince = emptySince.map(since -> Duration.ZERO);
    }

    void mount() {
        if (!isMounted) {
            isMounted = true;
            disk.makeFolder(CONTENT);
            unmounted.forEach((file, bytes) -> put(file, bytes.toArray()));
            unmounted = Map.of();
            var isFew = posts.values().stream().filter(Post::mustStay).count() < 3;
            if (emptySince
                    .filter(since -> isFew || elapsed.get().minus(since).compareTo(Duration.ofMinutes(9)) > 0)
                    .isPresent()) {
                posts.values().forEach(Post::mayDisappear);
            }
            emptySince = Optional.empty();
        }
    }

    void newTitle() {
        titles++;
        isConfigBroken = false;
        writeConfig();
    }

    void breakConfig() {
        isConfigBroken = true;
        put(SITE.resolve("zola.toml"), "base_url = \"https://exam".getBytes(StandardCharsets.UTF_8));
    }

    void repairConfig() {
        if (isConfigBroken) {
            isConfigBroken = false;
            writeConfig();
        }
    }

    private void writeConfig() {
        writeConfig("zola.toml", title());
    }

    private void writeConfig(String name, String title) {
        put(SITE.resolve(name), """
                base_url = "%s"
                title = "%s"
                author = "Ann"
                taxonomies = [{ name = "tags" }]
                """.formatted(BASE_URL, title).getBytes(StandardCharsets.UTF_8));
    }

    static Path file(String name) {
        return CONTENT.resolve(name + ".md");
    }

    /** Writes a file with the modification time of a file system with this granularity. */
    private void put(Path file, byte[] bytes) {
        var now = clock.instant();
        var stamp = Instant.ofEpochMilli(now.toEpochMilli() / tick.toMillis() * tick.toMillis());
        var before = disk.bytes(file);
        var isSameStamp = disk.modified(file).equals(Optional.of(stamp))
                && before.map(Bytes::size).equals(Optional.of(bytes.length));
        var age = elapsed.get().minus(written.getOrDefault(file, Duration.ZERO));
        // Two versions may have the same stamp only within one tick, as on a real file system.
        var isDistinct = !isSameStamp || age.compareTo(tick) < 0;
        disk.put(file, bytes, isDistinct ? stamp : stamp.plus(tick));
        written.put(file, elapsed.get());
    }
}
