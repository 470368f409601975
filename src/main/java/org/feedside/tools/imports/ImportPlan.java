package org.feedside.tools.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.text.XmlCharacters;
import org.feedside.base.toml.Timestamp;
import org.feedside.config.KnownPosts;
import org.feedside.config.KnownPosts.Known;
import org.feedside.content.PageDate;
import org.feedside.formats.reading.ImportedFeed;
import org.feedside.site.Post;

/**
 * What an old feed adds to the known ids and dates of a site's posts.
 *
 * @param entries the number of entries in the feed
 * @param found how many of them are posts of the site
 * @param added the ids and dates that differ from the site's own, by the path of the post's file
 * @param problems a warning for each entry without a post
 */
public record ImportPlan(int entries, int found, Map<String, Known> added, List<Diagnostic> problems) {
    private static final int MAX_TITLE_LENGTH = 100;

    public ImportPlan {
        added = Map.copyOf(added);
        problems = List.copyOf(problems);
    }

    /** Merges several feeds of one site and drops repeated entries. The first feed is that of the whole site. */
    public static ImportedFeed merged(List<ImportedFeed> feeds) {
        var entries = new LinkedHashMap<List<Optional<String>>, ImportedFeed.Entry>();
        for (var feed : feeds) {
            feed.entries().forEach(entry -> entries.putIfAbsent(List.of(entry.id(), entry.link()), entry));
        }
        return new ImportedFeed(feeds.get(0).link(), List.copyOf(entries.values()));
    }

    /** Plans an import. {@code file} is the feed's name for diagnostics. */
    public static ImportPlan of(String file, ImportedFeed feed, List<Post> posts, KnownPosts known) {
        Map<String, String> filesById = new HashMap<>();
        known.posts().forEach((path, post) -> filesById.put(post.id(), path));
        var usable = new ArrayList<ImportedFeed.Entry>();
        var problems = new ArrayList<Diagnostic>();
        var ids = new HashSet<String>();
        for (var entry : feed.entries()) {
            if (entry.id().filter(KnownPosts::isId).isEmpty()) {
                problems.add(
                        warning(file, entry, "has neither an id nor a link, so readers have no id to keep: ignored"));
            } else if (!ids.add(entry.id().get())) {
                problems.add(
                        warning(file, entry, "has the id of an earlier entry, so readers know only that one: ignored"));
            } else {
                usable.add(entry);
            }
        }
        var found = EntryMatcher.of(new ImportedFeed(feed.link(), usable), posts);
        var added = new TreeMap<String, Known>();
        for (var entry : usable) {
            var post = Optional.ofNullable(found.get(entry));
            var id = entry.id().orElseThrow();
            if (post.isEmpty()) {
                problems.add(warning(file, entry, remedy(Optional.ofNullable(filesById.get(id)), id)));
            } else if (known.of(path(post.get())).isEmpty() && !filesById.containsKey(id)) {
                added(file, entry, id, post.get()).ifPresent(k -> added.put(path(post.get()), k));
            }
        }
        return new ImportPlan(feed.entries().size(), found.size(), added, problems);
    }

    private static String path(Post post) {
        return post.page().path().path();
    }

    /** Returns what readers know if it differs from the site's own. */
    private static Optional<Known> added(String file, ImportedFeed.Entry entry, String id, Post post) {
        var published = entry.published()
                .filter(date -> !date.instant().equals(post.date().instant()));
        var known = post.update().or(() -> published).orElse(post.date());
        var updated = entry.updated().filter(date -> date.instant().isAfter(known.instant()));
        return id.equals(post.id()) && published.isEmpty() && updated.isEmpty()
                ? Optional.empty()
                : Optional.of(new Known(id, timestamp(published), timestamp(updated), Place.startOf(file)));
    }

    private static Optional<Timestamp> timestamp(Optional<PageDate> date) {
        return date.map(PageDate::text).map(Timestamp::new);
    }

    private static String remedy(Optional<String> knownFile, String id) {
        return knownFile
                .map(path -> "is %s in %s, which is not a post: rename that table if the file was renamed"
                        .formatted(path, KnownPosts.FILE))
                .orElseGet(() -> "is not a post of this site: if it is, write %s with id = \"%s\" into %s"
                        .formatted("[\"path/of/its-file.md\"]", id, KnownPosts.FILE));
    }

    private static Diagnostic warning(String file, ImportedFeed.Entry entry, String what) {
        var title = XmlCharacters.line(entry.title()).replaceAll("\\s+", " ");
        var shown = title.length() > MAX_TITLE_LENGTH ? title.substring(0, MAX_TITLE_LENGTH) + "…" : title;
        return Code.OLD_FEED.warning(
                file,
                XmlCharacters.line(
                                "\"%s\" (%s) %s".formatted(shown, entry.link().orElse("no link"), what))
                        .replaceAll("\\s+", " "));
    }
}
