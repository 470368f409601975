package org.feedside.site;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.config.KnownPosts;
import org.feedside.config.SiteConfig;
import org.feedside.content.ContentFile;

/**
 * The site as of an instant.
 *
 * @param collections everything that has posts: languages first, then sections, then terms
 * @param permalinks the URL of every page and section, by the path of its file
 * @param waiting the posts that are dated in the future, soonest first
 * @param nextChange when the site changes although no file does
 */
public record Site(
        SiteConfig config,
        List<PostCollection> collections,
        Map<String, String> permalinks,
        List<Waiting> waiting,
        Optional<Instant> nextChange,
        List<Diagnostic> problems) {
    public Site {
        collections = List.copyOf(collections);
        permalinks = Map.copyOf(permalinks);
        waiting = List.copyOf(waiting);
        problems = List.copyOf(problems);
    }

    /** A post whose time has not come. */
    public record Waiting(String file, Instant until) {}

    /** Which pages an instant lets in. */
    public record View(Instant now, ZoneId timezone, boolean drafts, boolean future) {}

    /** What the pages and sections are as of the view's instant. */
    public static Site at(List<ContentFile> sources, SiteConfig config, KnownPosts known, View view) {
        return new SiteBuilder(config, view).build(sources, known);
    }

    /** Every post once. */
    public List<Post> posts() {
        return collections.stream()
                .flatMap(c -> c instanceof PostCollection.OfLanguage ? c.posts().stream() : Stream.<Post>empty())
                .toList();
    }
}
