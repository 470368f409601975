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
 * A generated site; the same seed generates the same site. Feedside reads it as a Zola site, and Hugo as a Hugo site:
 * the front matter has the tags for both.
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

    /** The front matter of a post. */
    record Front(String title, Instant date, Set<String> tags) {
        Front titled(String other) {
            return new Front(other, date, tags);
        }

        Front tagged(List<String> others) {
            return new Front(title, date, new LinkedHashSet<>(others));
        }
    }

    /** Writes a site into a subfolder of a folder, unless the subfolder has it already. */
    static GeneratedSite in(Path parent, int posts, long seed) throws IOException {
        var site = new GeneratedSite(parent.resolve("site-%d-%d".formatted(posts, seed)), posts, seed);
        // hugo.toml is written last: a site without it is incomplete.
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
        // Hugo builds the RSS of the home page and of each tag from its own template, and nothing else.
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

    /** The file of a post. The last post is the newest; larger numbers are further posts. */
    Path file(int post) {
        var year = date(post).atZone(ZoneOffset.UTC).getYear();
        return folder.resolve(
                "content/posts/%d/%s-%06d.md".formatted(year, random(post).word(), post));
    }

    /** The front matter of a post as it was generated. */
    Front front(int post) {
        var random = new Random(seed + 31L * post);
        var chosen = new LinkedHashSet<String>();
        chosen.add(tags.get(post % TAGS));
        for (int more = random.nextInt(5); more > 0; more--) {
            // Some tags have many posts, most tags have few.
            chosen.add(tags.get((int) (TAGS * random.nextDouble() * random.nextDouble())));
        }
        return new Front(random(post).title(), date(post), chosen);
    }

    /** The text of a post's file with the given front matter. */
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

    /**
     * Saves a post as many editors do: writes a temporary file and renames it.
     *
     * @return the time of the rename in the clock of {@link System#nanoTime()}
     */
    long save(int post, Front front) throws IOException {
        var temporary = folder.resolve("saved.tmp");
        Files.writeString(temporary, text(post, front));
        // A new post may be the first of its year.
        Files.createDirectories(file(post).getParent());
        var now = System.nanoTime();
        Files.move(temporary, file(post), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return now;
    }

    void remove(int post) throws IOException {
        Files.delete(file(post));
    }
}
