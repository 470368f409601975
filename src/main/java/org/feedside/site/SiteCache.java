package org.feedside.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.config.KnownPosts;
import org.feedside.config.SiteConfig;
import org.feedside.content.ContentFile;
import org.feedside.content.Section;
import org.feedside.content.SourcePath;

/**
 * Builds sites, each from the previous one. If few posts have changed, only these are processed; the result equals a
 * full build. Not thread-safe.
 */
public final class SiteCache {
    /** More changed files at once, as after a checkout, cause a full build. */
    private static final int MAX_CHANGES = 50;

    private Optional<BuiltSite> last = Optional.empty();

    /** Returns the site at the view's instant. */
    public Site at(List<ContentFile> sources, SiteConfig config, KnownPosts known, Site.View view) {
        var built = last.filter(l -> l.isStillValid(config, known, view))
                .flatMap(l -> l.updated(sources, view))
                .orElseGet(() -> BuiltSite.of(Site.at(sources, config, known, view), sources, known, view));
        last = Optional.of(built);
        return built.site();
    }

    /** A file that was changed, added or removed. */
    record Change(Optional<ContentFile> before, Optional<ContentFile> after) {}

    /**
     * A site and the input that it was built from.
     *
     * @param posts the posts by their files; the map is updated by each edit
     * @param urls the URLs of all pages and sections; the set is updated by each edit
     */
    private record BuiltSite(
            Site site,
            List<ContentFile> sources,
            KnownPosts known,
            Site.View view,
            Map<SourcePath, Post> posts,
            Set<String> urls,
            boolean hasDraftSections) {
        static BuiltSite of(Site site, List<ContentFile> sources, KnownPosts known, Site.View view) {
            var posts = new HashMap<SourcePath, Post>();
            site.posts().forEach(post -> posts.put(post.page().path(), post));
            return new BuiltSite(
                    site,
                    sources,
                    known,
                    view,
                    posts,
                    new HashSet<>(site.permalinks().values()),
                    sources.stream().anyMatch(source -> source instanceof Section section && section.draft()));
        }

        /** Whether only changed files can make the site differ. */
        boolean isStillValid(SiteConfig config, KnownPosts others, Site.View now) {
            return now.timezone().equals(view.timezone())
                    && now.drafts() == view.drafts()
                    && now.future() == view.future()
                    && !now.now().isBefore(view.now())
                    && site.nextChange().filter(at -> !now.now().isBefore(at)).isEmpty()
                    && others.equals(known)
                    && config.equals(site.config());
        }

        Optional<BuiltSite> updated(List<ContentFile> current, Site.View now) {
            var changes = changes(current);
            if (changes.isEmpty()) {
                return Optional.of(new BuiltSite(site, current, known, now, posts, urls, hasDraftSections));
            }
            if (hasDraftSections || changes.size() > MAX_CHANGES) {
                return Optional.empty();
            }
            var edit = new SiteEdit(site, known, now, posts, urls);
            return edit.apply(changes).map(next -> {
                edit.removed().forEach(post -> {
                    posts.remove(post.page().path());
                    urls.remove(post.permalink());
                });
                edit.added().forEach(post -> {
                    posts.put(post.page().path(), post);
                    urls.add(post.permalink());
                });
                return new BuiltSite(next, current, known, now, posts, urls, false);
            });
        }

        /** Compares the lists, which are both ordered by path. Stops after {@link #MAX_CHANGES} + 1 changes. */
        private List<Change> changes(List<ContentFile> current) {
            var changes = new ArrayList<Change>();
            int i = 0;
            int j = 0;
            while ((i < sources.size() || j < current.size()) && changes.size() <= MAX_CHANGES) {
                var before = i < sources.size() ? Optional.of(sources.get(i)) : Optional.<ContentFile>empty();
                var after = j < current.size() ? Optional.of(current.get(j)) : Optional.<ContentFile>empty();
                var order = order(before, after);
                if (order < 0) {
                    changes.add(new Change(before, Optional.empty()));
                } else if (order > 0) {
                    changes.add(new Change(Optional.empty(), after));
                } else if (!before.equals(after)) {
                    changes.add(new Change(before, after));
                }
                i += order <= 0 ? 1 : 0;
                j += order >= 0 ? 1 : 0;
            }
            return changes;
        }

        private static int order(Optional<ContentFile> before, Optional<ContentFile> after) {
            if (before.isEmpty() || after.isEmpty()) {
                return before.isEmpty() ? 1 : -1;
            }
            return before.get().path().compareTo(after.get().path());
        }
    }
}
