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
 * Works out one site after the other. Where few posts have changed since the last one, only these are looked at; the site
 * is the same as one that is worked out anew. Called by one thread.
 */
public final class SiteCache {
    /** More files at once are a checkout, and worth a look at everything. */
    private static final int FEW = 50;

    private Optional<Last> last = Optional.empty();

    /** What the pages and sections are as of the view's instant. */
    public Site at(List<ContentFile> sources, SiteConfig config, KnownPosts known, Site.View view) {
        var now = last.filter(l -> l.isStillRight(config, known, view))
                .flatMap(l -> l.edited(sources, view))
                .orElseGet(() -> Last.of(Site.at(sources, config, known, view), sources, known, view));
        last = Optional.of(now);
        return now.site();
    }

    /** A file that is not what it was, or is new, or gone. */
    record Change(Optional<ContentFile> before, Optional<ContentFile> after) {}

    /**
     * The site that was worked out last, and from what.
     *
     * @param posts by their files; they move on with each edit
     * @param urls of all pages and sections, which move on too
     */
    private record Last(
            Site site,
            List<ContentFile> sources,
            KnownPosts known,
            Site.View view,
            Map<SourcePath, Post> posts,
            Set<String> urls,
            boolean hasDraftSections) {
        static Last of(Site site, List<ContentFile> sources, KnownPosts known, Site.View view) {
            var posts = new HashMap<SourcePath, Post>();
            site.posts().forEach(post -> posts.put(post.page().path(), post));
            return new Last(
                    site,
                    sources,
                    known,
                    view,
                    posts,
                    new HashSet<>(site.permalinks().values()),
                    sources.stream().anyMatch(source -> source instanceof Section section && section.draft()));
        }

        /** Whether nothing but files can have changed what is in the site. */
        boolean isStillRight(SiteConfig config, KnownPosts others, Site.View now) {
            return now.timezone().equals(view.timezone())
                    && now.drafts() == view.drafts()
                    && now.future() == view.future()
                    && !now.now().isBefore(view.now())
                    && site.nextChange().filter(at -> !now.now().isBefore(at)).isEmpty()
                    && others.equals(known)
                    && config.equals(site.config());
        }

        Optional<Last> edited(List<ContentFile> current, Site.View now) {
            var changes = changes(current);
            if (changes.isEmpty()) {
                return Optional.of(new Last(site, current, known, now, posts, urls, hasDraftSections));
            }
            if (hasDraftSections || changes.size() > FEW) {
                return Optional.empty();
            }
            var edit = new SiteEdit(site, known, now, posts, urls);
            return edit.of(changes).map(next -> {
                edit.removed().forEach(post -> {
                    posts.remove(post.page().path());
                    urls.remove(post.permalink());
                });
                edit.added().forEach(post -> {
                    posts.put(post.page().path(), post);
                    urls.add(post.permalink());
                });
                return new Last(next, current, known, now, posts, urls, false);
            });
        }

        /** Both lists are in the order of paths; more than a few changes are not told to the end. */
        private List<Change> changes(List<ContentFile> current) {
            var changes = new ArrayList<Change>();
            int i = 0;
            int j = 0;
            while ((i < sources.size() || j < current.size()) && changes.size() <= FEW) {
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
