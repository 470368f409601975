package org.feedside.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedside.config.KnownPosts;
import org.feedside.config.SiteConfig;
import org.feedside.content.ContentFile;

/** Builds each site from the last one if few posts changed; the result equals a full build. Not thread-safe. */
public final class SiteCache {
    /** More changed files at once, as after a checkout, cause a full build. */
    private static final int MAX_CHANGES = 50;

    private Optional<Last> last = Optional.empty();

    /** A site and the input that it was built from. */
    private record Last(SiteBuilder.BuiltSite built, List<ContentFile> sources, KnownPosts known, Site.View view) {
        /** Whether only changed files can make the site differ. */
        boolean isStillValid(SiteConfig config, KnownPosts others, Site.View now) {
            var site = built.site();
            return now.timezone().equals(view.timezone())
                    && now.drafts() == view.drafts()
                    && now.future() == view.future()
                    && !now.now().isBefore(view.now())
                    && site.nextChange().filter(at -> !now.now().isBefore(at)).isEmpty()
                    && others.equals(known)
                    && config.equals(site.config());
        }
    }

    public Site at(List<ContentFile> sources, SiteConfig config, KnownPosts known, Site.View view) {
        var before = last;
        last = Optional.empty();
        var built = before.filter(l -> l.isStillValid(config, known, view))
                .flatMap(l -> updated(l, sources, view))
                .orElseGet(() -> new SiteBuilder(sources, config, known, view).build());
        last = Optional.of(new Last(built, sources, known, view));
        return built.site();
    }

    private static Optional<SiteBuilder.BuiltSite> updated(Last last, List<ContentFile> sources, Site.View view) {
        var changes = changes(last.sources(), sources);
        if (changes.isEmpty()) {
            return Optional.of(last.built());
        }
        return changes.size() > MAX_CHANGES ? Optional.empty() : new SiteUpdate(last.built(), view).apply(changes);
    }

    /** A file that was changed, added or removed. */
    record Change(Optional<ContentFile> before, Optional<ContentFile> after) {}

    /** Compares the lists, which are both ordered by path. Stops after {@link #MAX_CHANGES} + 1 changes. */
    private static List<Change> changes(List<ContentFile> sources, List<ContentFile> current) {
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
