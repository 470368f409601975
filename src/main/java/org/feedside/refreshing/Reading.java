package org.feedside.refreshing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.feedside.config.Configuration;
import org.feedside.content.Library;
import org.feedside.diagnostics.Diagnostic;
import org.feedside.feeds.Feeds;
import org.feedside.feeds.FeedsBuilder;
import org.feedside.site.Posts;
import org.feedside.site.Site;

/** The files of a site, read as far as the feeds that are in them. */
record Reading(Library library, Site site, Feeds feeds) {
    static Reading of(Library library, Configuration configuration, Manner manner, Renditions renditions, Instant now) {
        var timezone = configuration.service().timezone().orElse(manner.systemTimezone());
        var view = new Site.View(
                now, timezone, manner.drafts(), configuration.service().future());
        var site = Site.at(library.sources(), configuration.site(), configuration.known(), view);
        var feeds = FeedsBuilder.of(site, configuration.service(), renditions.of(site, configuration));
        return new Reading(library, site, feeds);
    }

    List<Diagnostic> problems() {
        var problems = new ArrayList<Diagnostic>(library.problems());
        problems.addAll(site.problems());
        problems.addAll(feeds.problems());
        return problems;
    }

    int posts() {
        var posts = 0;
        for (var collection : site.collections()) {
            posts += collection instanceof Posts.OfLanguage ? collection.posts().size() : 0;
        }
        return posts;
    }
}
