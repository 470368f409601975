package org.feedside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A site of so many posts, the same from the same seed. Feedside reads it as Zola's, Hugo as its own: the front matter
 * says the tags to both.
 */
final class GeneratedSite {
    static final int TAGS = 200;
    static final int ENTRIES = 20;

    private static final Instant FIRST = Instant.parse("2005-01-01T08:00:00Z");
    private static final Duration YEARS = Duration.ofDays(20 * 365L);

    private final Path folder;
    private final int posts;
    private final long seed;
    private final Prose prose;
    private final List<String> tags;

    private GeneratedSite(Path folder, int posts, long seed) {
        this.folder = folder;
        this.posts = posts;
        this.seed = seed;
        this.prose = Prose.language(seed);
        this.tags = prose.rare(TAGS);
    }

    /** What a post says beside its text. */
    record Front(String title, Instant date, Set<String> tags) {
        Front titled(String other) {
            return new Front(other, date, tags);
        }

        Front tagged(List<String> others) {
            return new Front(title, date, new LinkedHashSet<>(others));
        }
    }

    /** Writes it into a folder of its own, unless it is there already. */
    static GeneratedSite in(Path parent, int posts, long seed) throws IOException {
        var site = new GeneratedSite(parent.resolve("site-%d-%d".formatted(posts, seed)), posts, seed);
        // Written last, so a site without it is only half there.
        if (!Files.exists(site.folder.resolve("hugo.toml"))) {
            site.write();
        }
        return site;
    }

    Path folder() {
        return folder;
    }

    int posts() {
        return posts;
    }

    List<String> tags() {
        return tags;
    }

    private void write() throws IOException {
        for (int i = 0; i < posts; i++) {
            var file = file(i);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(i, front(i)));
        }
        Files.writeString(folder.resolve("zola.toml"), """
                base_url = "https://blog.example.org"
                title = "A generated site"
                description = "%d posts"
                generate_feeds = true
                feed_filenames = ["atom.xml", "rss.xml"]
                feed_limit = %d
                taxonomies = [{ name = "tags", feed = true }]
                """.formatted(posts, ENTRIES));
        // Hugo makes the RSS of the first page and of each tag, as its own template has it, and nothing else.
        Files.writeString(folder.resolve("hugo.toml"), """
                baseURL = "https://blog.example.org/"
                title = "A generated site"
                disableKinds = ["section", "taxonomy", "sitemap", "robotsTXT", "404"]
                ignoreErrors = ["error-disable-taxonomy"]
                [taxonomies]
                tag = "tags"
                [services.rss]
                limit = %d
                [outputs]
                home = ["rss"]
                term = ["rss"]
                [[cascade]]
                [cascade._target]
                kind = "page"
                [cascade._build]
                render = "link"
                """.formatted(ENTRIES));
    }

    /** A post's file; the last post is the newest, and more may follow it. */
    Path file(int post) {
        var year = date(post).atZone(ZoneOffset.UTC).getYear();
        return folder.resolve(
                "content/posts/%d/%s-%06d.md".formatted(year, random(post).word(), post));
    }

    Front front(int post) {
        var random = new Random(seed + 31L * post);
        var some = new LinkedHashSet<String>();
        some.add(tags.get(post % TAGS));
        for (int more = random.nextInt(5); more > 0; more--) {
            // Some tags are on many posts, most on few.
            some.add(tags.get((int) (TAGS * random.nextDouble() * random.nextDouble())));
        }
        return new Front(random(post).title(), date(post), some);
    }

    /** The whole file of a post whose front matter is another. */
    String text(int post, Front front) {
        var quoted = front.tags().stream().map(tag -> '"' + tag + '"').toList();
        var random = new Random(seed ^ post);
        var length = 1000 + random.nextInt(4000);
        return """
                +++
                title = "%s"
                date = %s
                tags = %s
                [taxonomies]
                tags = %s
                +++
                %s""".formatted(
                        front.title().replace("\\", "").replace("\"", ""),
                        front.date(),
                        quoted,
                        quoted,
                        random(post).body(length));
    }

    private Prose random(int post) {
        return prose.text(seed * 1_000_003 + post);
    }

    private Instant date(int post) {
        return FIRST.plusSeconds(YEARS.toSeconds() * post / posts);
    }

    /** Saves a post as many editors do, to a new file that takes the place of the old one; gives the time of that. */
    long save(int post, Front front) throws IOException {
        var fresh = folder.resolve("saved.tmp");
        Files.writeString(fresh, text(post, front));
        // A post that is new may be the first of its year.
        Files.createDirectories(file(post).getParent());
        var now = System.nanoTime();
        Files.move(fresh, file(post), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return now;
    }

    void remove(int post) throws IOException {
        Files.delete(file(post));
    }
}
