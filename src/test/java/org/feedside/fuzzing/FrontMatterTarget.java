package org.feedside.fuzzing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.config.Configuration;
import org.feedside.config.SiteFolder;
import org.feedside.content.ContentFolder;
import org.feedside.content.Library;
import org.feedside.testing.Rows;
import org.feedside.testing.Words;

/** Posts as the library reads them: Zola's, and those of other generators. */
record FrontMatterTarget(String name, Configuration configuration) implements Target {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    static FrontMatterTarget zolas() {
        return new FrontMatterTarget("front-matter", configured("zola.toml", "base_url = 'https://example.org'"));
    }

    static FrontMatterTarget folders() {
        return new FrontMatterTarget(
                "folder-front-matter",
                configured("feedside.toml", "[site]\nbase_url = 'https://example.org'\ntitle = 'Site'"));
    }

    private static Configuration configured(String name, String text) {
        var files = Map.of(FilesInMemory.SITE.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        var folder = new SiteFolder(FilesInMemory.SITE, Optional.empty(), Optional.empty());
        return folder.read(new FilesInMemory(files)).value().orElseThrow();
    }

    @Override
    public List<String> corpus() {
        var corpus = new ArrayList<>(WRITTEN_BY_HAND);
        Rows.of("2-front-matter").forEach(row -> corpus.add(row.text(0)));
        Rows.of("2-yaml").forEach(row -> corpus.add("---\n" + row.text(0) + "\n---\nText.\n"));
        Stream.of("3-page-keys", "3-page-values")
                .flatMap(Rows::of)
                .forEach(row -> corpus.add("+++\n" + row.text(0) + "\n+++\nText.\n"));
        Rows.of("folders-keys").forEach(row -> corpus.add("---\n" + row.text(1) + "\n---\nText.\n"));
        return corpus;
    }

    private static final List<String> WRITTEN_BY_HAND =
            List.of("""
            +++
            title = "Hello, \\"world\\""
            description = 'It\\'
            date = 2025-01-15T09:30:00+01:00
            updated = 2025-02-01
            draft = false
            weight = 12
            slug = "hello"
            aliases = ["/old/hello/", "older"]
            authors = ["Ann", "Bob <bob@example.org>"]
            template = "page.html"

            [taxonomies]
            tags = ["rust", "web", "caf\u00E9"]
            categories = [
                "one", # a remark
                "two",
            ]

            [extra]
            skip_feed = false
            enclosure = { url = "/audio/1.mp3", length = 4711, type = "audio/mpeg" }
            nested.a.b = [[1, 2], [3.5, -0.1e3], [{ x = inf }]]
            text = \"""
            several
            lines \\
              folded\"""
            +++

            Text & more.
            """, """
            ---
            title: "Hello: world"
            date: 2025-01-15 09:30:00 +0100
            updated: 2025-02-01
            draft: no
            tags: [rust, web, "caf\\u00e9"]
            categories:
              - one
              - &anchor two
              - *anchor
            taxonomies:
              tags: [a, b]
            extra:
              enclosure: {url: 1.mp3, length: 4711, type: audio/mpeg}
              text: |
                several
                lines
              folded: >-
                several
                lines
            ? complex
            : value
            ---
            Text & more.
            """, """
            {
              "title": "JSON",
              "date": "2025-01-15",
              "tags": ["a", "b"]
            }
            ---
            """, "---toml\ntitle = 'x'\ndate = 2025-01-15\n---\nText\n", "No front matter at all.\n");

    @Override
    public List<String> dictionary() {
        return Words.of("""
                +++⏎ ⏎+++⏎ ---⏎ ⏎---⏎ ⏎...⏎ title␣=␣ date␣=␣ title:␣ date:␣ [ ] [[ ]] { } =␣{ [taxonomies]⏎
                tags␣=␣[ \""" ''' a.b.c. #␣ ,␣ :␣ -␣ ?␣ &a␣ *a <<:␣ !!binary␣ !!map␣ !!set␣ !a %YAML␣1.2⏎
                %TAG␣!␣tag:x⏎ |⏎ >⏎ |+9⏎ {a:␣ [[[[[[[[ a␣=␣[ a␣=␣{b␣=␣ null ~ true yes .inf extra␣=␣ [extra]⏎
                enclosure␣=␣ 1979-05-27T07:32:00Z 07:32:00 0x 0b1 \\u0041 \\U0001F600 \\e slug␣=␣'..' path␣=␣
                aliases␣=␣ ---toml⏎ ---json⏎ {"a":
                """);
    }

    @Override
    public String read(byte[] bytes) {
        var file = FilesInMemory.CONTENT.resolve("a.md");
        var folder = new ContentFolder(new FilesInMemory(Map.<Path, byte[]>of(file, bytes)), configuration);
        try {
            var library = Library.of(folder, NOW);
            return library.sources() + ReportedProblems.checked(library.problems(), file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
