package org.feedside.markup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.MarkdownConfig;
import org.feedside.config.SiteFolder;
import org.feedside.content.ContentFolder;
import org.feedside.content.Library;
import org.feedside.feeds.RenderedPosts;
import org.feedside.site.Site;
import org.feedside.testing.PublishedFeed;

/** A real site: its pages and sections as Feedside reads them, and the entries of the feeds that Zola made of it. */
final class CorpusSite {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private final Path root;
    private final Site site;
    private final Map<String, MarkdownBody> pages = new HashMap<>();

    record Entry(String link, String kind, String html) {}

    CorpusSite(Path root) throws IOException {
        this.root = root;
        var disk = new SystemDisk();
        var folder = new SiteFolder(root.resolve("site"), Optional.empty(), Optional.empty());
        var configuration = folder.read(disk).value().orElseThrow();
        var sources = Library.of(new ContentFolder(disk, configuration), NOW).sources();
        var view = new Site.View(NOW, ZoneOffset.UTC, true, true);
        site = Site.at(sources, configuration.site(), configuration.known(), view);
        for (var source : sources) {
            var permalink = links().permalink(source.path().path());
            permalink.ifPresent(url -> pages.put(
                    url,
                    new MarkdownBody(
                            source.file(),
                            source.text().bodyLine(),
                            source.text().body(),
                            url)));
        }
        site.posts().forEach(post -> pages.put(post.permalink(), RenderedPosts.body(post)));
    }

    String name() {
        return String.valueOf(root.getFileName());
    }

    MarkdownConfig dialect() {
        return site.config().markdown();
    }

    ContentLinks links() {
        return path -> Optional.ofNullable(site.permalinks().get(path));
    }

    /** The pages and sections by their URLs. */
    Map<String, MarkdownBody> pages() {
        return pages;
    }

    List<Entry> entries() throws IOException {
        try (var files = Files.walk(root.resolve("expected"))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .flatMap(CorpusSite::entries)
                    .distinct()
                    .toList();
        }
    }

    private static Stream<Entry> entries(Path file) {
        try {
            return PublishedFeed.read(Files.readAllBytes(file)).stream()
                    .flatMap(feed -> feed.entries().stream()
                            .flatMap(entry -> entry.html().stream()
                                    .limit(1)
                                    .map(html -> new Entry(entry.link(), feed.isAtom() ? "atom" : "rss", html))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
