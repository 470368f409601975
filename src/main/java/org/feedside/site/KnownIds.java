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

/** Matches the known posts, whose ids and dates were published before, with the files of the site. */
final class KnownIds {
    private final KnownPosts known;
    private final Set<String> files = new HashSet<>();

    /** The existing files, by the ids of their posts. */
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

    /** The later of two update dates: the one that was published and the one in front matter. */
    Optional<PageDate> updated(Page page) {
        var published = known.of(page.path().path()).flatMap(Known::updated).flatMap(KnownIds::date);
        return Stream.concat(page.updated().stream(), published.stream()).max(Comparator.comparing(PageDate::instant));
    }

    /**
     * Whether a permalink is the known id of another post. Readers would take a new post with this id for that post.
     */
    boolean isTaken(String permalink, SourcePath file) {
        return id(file).isEmpty() && filesById.containsKey(permalink);
    }

    /** Reports known posts without a file or a date, and ids that two posts would share. */
    List<Diagnostic> problems(List<LocatedPage> pages, SiteConfig config) {
        var problems = new ArrayList<Diagnostic>();
        known.posts().forEach((path, post) -> {
            if (!files.contains(path)) {
                problems.add(Diagnostic.warning(
                        post.place(),
                        "there is no file %s in the content folder: if it was renamed, rename it here too, or readers see it as a new post; if it was deleted, remove it here"
                                .formatted(path)));
            }
        });
        for (var page : pages) {
            var file = page.page().path();
            var permalink = config.url(page.path());
            if (page.page().inFeeds() && page.date().isPresent() && isTaken(permalink, file)) {
                problems.add(Diagnostic.error(
                        Place.startOf(page.page().file()),
                        "its permalink %s is the id under which %s was published: give this post another `id` in %s"
                                .formatted(permalink, filesById.get(permalink), KnownPosts.FILE)));
            }
            if (page.date().isEmpty()) {
                known.of(file.path())
                        .map(post -> Diagnostic.warning(
                                post.place(),
                                "%s has no `date`, so it is in no feed: add its date to its front matter"
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
