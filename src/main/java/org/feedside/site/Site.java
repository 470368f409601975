package org.feedside.site;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.config.KnownPosts;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.content.ContentFile;

/**
 * The site at an instant.
 *
 * @param collections all lists of posts: of languages, then of sections, then of terms
 * @param permalinks the URLs of all pages and sections, by the paths of their files
 * @param scheduled the posts with a date in the future, earliest first
 * @param nextChange the next instant at which a scheduled post is published or a post expires
 */
public record Site(
        SiteConfig config,
        List<PostCollection> collections,
        Map<String, String> permalinks,
        List<ScheduledPost> scheduled,
        Optional<Instant> nextChange,
        List<Diagnostic> problems) {
    public Site {
        collections = List.copyOf(collections);
        permalinks = Map.copyOf(permalinks);
        scheduled = List.copyOf(scheduled);
        problems = List.copyOf(problems);
    }

    /** A post that is published at a later instant. */
    public record ScheduledPost(String file, Instant until) {}

    /** The instant and the options that decide which pages are published. */
    public record View(Instant now, ZoneId timezone, boolean drafts, boolean future) {}

    public static Site at(List<ContentFile> sources, SiteConfig config, KnownPosts known, View view) {
        return new SiteBuilder(sources, config, known, view).build().site();
    }

    /** The posts of a language, newest first. */
    public List<Post> posts(Language language) {
        return collections.stream()
                .filter(c ->
                        c instanceof PostCollection.OfLanguage && c.language().equals(language))
                .findFirst()
                .map(PostCollection::posts)
                .orElse(List.of());
    }

    /** All posts, each once. */
    public List<Post> posts() {
        return collections.stream()
                .flatMap(c -> c instanceof PostCollection.OfLanguage ? c.posts().stream() : Stream.<Post>empty())
                .toList();
    }
}
