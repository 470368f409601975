package org.feedside.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.toml.Timestamp;
import org.feedside.config.KnownPosts;
import org.feedside.config.KnownPosts.Known;
import org.feedside.config.SiteConfig;
import org.feedside.content.ContentFile;
import org.feedside.content.Page;
import org.feedside.content.PageDate;
import org.feedside.content.SourcePath;

/** What readers know of the posts of a site, and what becomes of it here. */
final class KnownIds {
    private final KnownPosts known;
    private final Set<String> files = new HashSet<>();

    /** The files that are there, by the ids of their posts. */
    private final Map<String, String> filesById = new HashMap<>();

    KnownIds(KnownPosts known, List<ContentFile> sources) {
        this.known = known;
        sources.forEach(source -> files.add(source.path().path()));
        known.posts().forEach((path, post) -> {
            if (files.contains(path)) {
                filesById.put(post.id(), path);
            }
        });
    }

    Optional<String> id(SourcePath file) {
        return known.of(file.path()).map(Known::id);
    }

    Optional<PageDate> published(SourcePath file) {
        return known.of(file.path()).flatMap(Known::published).flatMap(KnownIds::date);
    }

    /** The later of what readers know and what the page says. */
    Optional<PageDate> updated(Page page) {
        var told = known.of(page.path().path()).flatMap(Known::updated).flatMap(KnownIds::date);
        return Stream.concat(page.updated().stream(), told.stream()).max(Comparator.comparing(PageDate::instant));
    }

    /** Whether readers know another post by an address, so that a post there without an id of its own would be taken for it. */
    boolean isTaken(String permalink, SourcePath file) {
        return id(file).isEmpty() && filesById.containsKey(permalink);
    }

    /** What is known of no post, and what is known of two. */
    List<Diagnostic> problems(List<LocatedPage> pages, SiteConfig config) {
        var problems = new ArrayList<Diagnostic>();
        known.posts().forEach((path, post) -> {
            if (!files.contains(path)) {
                problems.add(Diagnostic.warning(
                        post.place(),
                        "there is no %s below the content folder: if it was renamed, rename it here too, or readers see it as a new post; if it is gone, remove it here"
                                .formatted(path)));
            }
        });
        for (var page : pages) {
            var file = page.page().path();
            var permalink = config.url(page.path());
            if (page.page().inFeeds() && page.date().isPresent() && isTaken(permalink, file)) {
                problems.add(Diagnostic.error(
                        Place.startOf(page.page().file()),
                        "its address %s is the id by which readers know %s: give this post an `id` of its own in %s"
                                .formatted(permalink, filesById.get(permalink), KnownPosts.FILE)));
            }
            if (page.date().isEmpty()) {
                known.of(file.path())
                        .map(post -> Diagnostic.warning(
                                post.place(),
                                "%s has no `date`, so it is no post: write its date into its front matter"
                                        .formatted(file)))
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<PageDate> date(Timestamp written) {
        return PageDate.parse(written.text());
    }
}
