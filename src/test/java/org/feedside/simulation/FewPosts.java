package org.feedside.simulation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.testing.SimulatedClock;

/** A site of a few posts, which are the same on the machine of each publisher. */
final class FewPosts {
    static final Path SITE = Path.of("/site");
    static final String BASE_URL = "https://example.org";

    private static final List<String> TAGS = List.of("a", "b", "c");
    private static final int MOST = 5;
    private static final int FEWEST = 2;
    private static final String CONFIG = """
            base_url = "%s"
            title = "Example"
            author = "Ann"
            feed_limit = 3
            taxonomies = [{ name = "tags" }]
            """.formatted(BASE_URL);

    private final SimulatedClock clock;
    private final List<SimulatedDisk> disks = new ArrayList<>();
    private final TreeMap<String, Post> posts = new TreeMap<>();
    private int names;
    private int versions;

    FewPosts(SimulatedClock clock) {
        this.clock = clock;
    }

    private record Post(Instant date, List<String> tags, String text) {
        byte[] source() {
            var quoted = tags.stream().map(tag -> '"' + tag + '"').toList();
            return "+++\ntitle = \"T\"\ndate = %s\ntaxonomies.tags = %s\n+++\n%s\n"
                    .formatted(date, quoted, text)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Writes the posts to a disk, in place of those there, now and from now on. */
    void copyTo(SimulatedDisk disk) {
        disks.add(disk);
        disk.removeFolder(SITE.resolve("content"));
        disk.put(SITE.resolve("zola.toml"), CONFIG.getBytes(StandardCharsets.UTF_8), clock.instant());
        disk.makeFolder(SITE.resolve("content"));
        posts.forEach((name, post) -> disk.put(file(name), post.source(), clock.instant()));
    }

    void add(int how) {
        if (posts.size() == MOST) {
            delete(how);
        }
        write("p" + names++, new Post(date(how), tags(how / 300), text()));
    }

    private static Instant date(int how) {
        return Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofHours(Math.floorMod(how, 300)));
    }

    private static List<String> tags(int how) {
        return TAGS.stream().filter(tag -> (how >> TAGS.indexOf(tag) & 1) == 1).toList();
    }

    private String text() {
        return "Text %d.".formatted(versions++);
    }

    void edit(int which) {
        name(which)
                .ifPresent(name ->
                        write(name, new Post(post(name).date(), post(name).tags(), text())));
    }

    void retag(int which, int how) {
        name(which)
                .ifPresent(name -> write(
                        name, new Post(post(name).date(), tags(how), post(name).text())));
    }

    void delete(int which) {
        if (posts.size() > FEWEST) {
            name(which).ifPresent(name -> {
                posts.remove(name);
                disks.forEach(disk -> disk.remove(file(name)));
            });
        }
    }

    /** Changes every feed. */
    void changeAll() {
        if (posts.size() == MOST) {
            delete(0);
        }
        write("p" + names++, new Post(date(299), TAGS, text()));
    }

    private Optional<String> name(int which) {
        return posts.isEmpty()
                ? Optional.empty()
                : Optional.of(List.copyOf(posts.keySet()).get(which % posts.size()));
    }

    private Post post(String name) {
        return Optional.ofNullable(posts.get(name)).orElseThrow();
    }

    private void write(String name, Post post) {
        posts.put(name, post);
        disks.forEach(disk -> disk.put(file(name), post.source(), clock.instant()));
    }

    private static Path file(String name) {
        return SITE.resolve("content").resolve(name + ".md");
    }
}
