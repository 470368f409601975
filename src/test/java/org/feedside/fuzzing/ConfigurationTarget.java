package org.feedside.fuzzing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.config.SiteFolder;
import org.feedside.testing.Rows;
import org.feedside.testing.Words;

/** A configuration file of a site, beside a valid configuration of Zola. */
record ConfigurationTarget(String name, String fileName, List<String> corpus) implements Target {
    private static final String ZOLAS = "base_url = 'https://example.org'\ntitle = 'Site'\n";

    ConfigurationTarget {
        corpus = List.copyOf(corpus);
    }

    static ConfigurationTarget zolas() {
        var corpus = new ArrayList<String>();
        corpus.add("""
                base_url = "https://example.org/blog"
                title = "Site"
                description = '''A "site"'''
                default_language = "en"
                author = "Ann <ann@example.org>"
                generate_feeds = true
                feed_limit = 20
                feed_filenames = ["atom.xml", "rss.xml"]
                taxonomies = [{ name = "tags", feed = true }, { name = "categories" }]
                ignored_content = ["*.{graphml,xlsx}", "**/[ab]*", "!x"]
                theme = "theme"
                taxonomy_root = "by"

                [slugify]
                paths = "safe"
                taxonomies = "off"

                [markdown]
                smart_punctuation = true
                bottom_footnotes = true
                external_links_class = "out"

                [languages.fr]
                title = "Le site"
                generate_feeds = true
                taxonomies = [{ name = "tags", feed = true }]
                """);
        Stream.of("7-config", "7-config-errors", "7-base-url")
                .flatMap(Rows::of)
                .forEach(row -> corpus.add(ZOLAS + row.text(0) + "\n"));
        return new ConfigurationTarget("zola-toml", "zola.toml", corpus);
    }

    static ConfigurationTarget ours() {
        var corpus = new ArrayList<String>();
        corpus.add("""
                host = "0.0.0.0"
                port = 8080
                limit = 100
                settle = "200ms"
                look_every = "1min"
                timezone = "Europe/Lisbon"
                icon = "/icon.png"
                hub = "https://hub.example.org/"
                pages = "feeds"
                browsers = "page"

                [shortcodes]
                figure = '<figure><img src="{src}">{body}</figure>'

                [operator]
                port = 9000

                [http]
                max_age = "2h"
                rhythm = { least = "15min", most = "5h" }
                burst = 4
                trusted_proxies = ["127.0.0.1", "10.0.0.0/8", "fd00::/8"]
                proxy_field = "Forwarded"
                retired = ["old/atom.xml"]

                [http.moved]
                "feed/" = "rss.xml"

                [feeds.essays]
                title = "Essays"
                rule = "posts - links"
                """);
        corpus.add("""
                [site]
                base_url = "https://example.org"
                title = "Site"
                content = "content"
                permalink = "/:year/:month/:slug/"
                slugs = "off"
                taxonomies = ["tags", "categories"]
                ignored_terms = ["all"]
                ignored_content = ["*.txt"]
                atom = ["feed.xml"]
                rss = ["index.xml"]

                [site.markdown]
                smart_punctuation = true
                """);
        return new ConfigurationTarget("feedside-toml", "feedside.toml", corpus);
    }

    static ConfigurationTarget ids() {
        return new ConfigurationTarget("ids-toml", "feedside-ids.toml", List.of("""
                # What readers know
                ["blog/hello.md"]                        # the file below the content folder
                id = "https://old.example.org/?p=12"
                published = 2020-01-02T10:00:00+01:00
                updated = 2020-02-03

                ["a.md"]
                id = 'tag:example.org,2020:1'
                """));
    }

    @Override
    public List<String> dictionary() {
        return Words.of("""
                [ ] [[ ]] { } =␣{ ␣=␣ \""" ''' . #␣ ,␣ true false "off" [site]⏎ [http]⏎ [feeds.a]⏎ [feeds.".."]⏎
                [languages."../x"]⏎ [[taxonomies]]⏎ name␣=␣ https:// http://[::1]:99999/ javascript: // * **/
                {a,b [z-a] [! :year :sections[1:] :slug "1ms" "99999999999999d" 0.0.0.0/33 ::/129 +18:01 posts
                ␣-␣ ␣+␣ languages␣=␣ taxonomies␣=␣ \\u0000 \\U0010FFFF {src} {body} <script>
                """);
    }

    @Override
    public String read(byte[] bytes) {
        Map<Path, byte[]> files = new HashMap<>();
        files.put(FilesInMemory.SITE.resolve("zola.toml"), ZOLAS.getBytes(StandardCharsets.UTF_8));
        var file = FilesInMemory.SITE.resolve(fileName);
        files.put(file, bytes);
        var read =
                new SiteFolder(FilesInMemory.SITE, Optional.empty(), Optional.empty()).read(new FilesInMemory(files));
        var problems = ReportedProblems.checked(read.problems(), file, bytes);
        if (read.value().isEmpty() && problems.isEmpty()) {
            throw new AssertionError("an unusable configuration has no reported problem");
        }
        // Configurations contain patterns, which are not compared by value.
        return read.value()
                        .map(c -> c.service().toString() + c.known() + c.site().languages())
                + problems;
    }
}
