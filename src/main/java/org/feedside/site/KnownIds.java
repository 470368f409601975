package org.feedside.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.toml.Timestamp;
import org.feedside.config.KnownPosts;
import org.feedside.config.KnownPosts.Known;
import org.feedside.content.ContentFile;
import org.feedside.content.Page;
import org.feedside.content.PageDate;
import org.feedside.content.SourcePath;

/** Matches the known posts, whose ids and dates were published before, with the files of the site. */
final class KnownIds {
    private final KnownPosts known;
    private final List<Diagnostic> problems = new ArrayList<>();

    /** The existing files, by the ids of their posts. */
    private final Map<String, String> filesById = new HashMap<>();

    KnownIds(KnownPosts known, List<ContentFile> sources) {
        this.known = known;
        var files = sources.stream().map(source -> source.path().path()).collect(Collectors.toSet());
        known.posts().forEach((path, post) -> {
            if (files.contains(path)) {
                filesById.put(post.id(), path);
            } else {
                problems.add(Code.KNOWN_ID.warning(
                        post.place(),
                        "there is no file %s in the content folder: if it was renamed, rename it here too, or readers see it as a new post; if it was deleted, remove it here"
                                .formatted(path)));
            }
        });
    }

    boolean isKnown(SourcePath file) {
        return known.of(file.path()).isPresent();
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

    /** The problem that a permalink is the known id of another post: readers would take the new post for it. */
    Optional<Diagnostic> taken(String permalink, Page page) {
        return Optional.ofNullable(filesById.get(permalink))
                .filter(file -> id(page.path()).isEmpty())
                .map(file -> Code.KNOWN_ID.error(
                        page.file(),
                        "its permalink %s is the id under which %s was published: give this post another `id` in %s"
                                .formatted(permalink, file, KnownPosts.FILE)));
    }

    /** The problem that a page without a date is a known post. */
    Optional<Diagnostic> withoutDate(SourcePath file) {
        return known.of(file.path())
                .map(post -> Code.NO_DATE.warning(
                        post.place(),
                        "%s has no `date`, so it is in no feed: add its date to its front matter".formatted(file)));
    }

    /** The known posts without a file. */
    List<Diagnostic> problems() {
        return problems;
    }

    private static Optional<PageDate> date(Timestamp written) {
        return PageDate.parse(written.text());
    }
}
