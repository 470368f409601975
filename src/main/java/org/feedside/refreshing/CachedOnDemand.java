package org.feedside.refreshing;

import java.util.List;
import java.util.Optional;
import org.feedside.built.BuiltPages;
import org.feedside.config.Configuration;
import org.feedside.config.ServiceConfig;
import org.feedside.content.EnclosureLengths;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedPages;
import org.feedside.pages.Pages;
import org.feedside.pipeline.DocumentsOnDemand;
import org.feedside.pipeline.SiteReading;
import org.feedside.publishing.BoundedOnDemand;
import org.feedside.publishing.OnDemand;
import org.feedside.site.Site;

/** The source of on-demand documents. It is kept, with the documents that it has made, until its inputs change. */
final class CachedOnDemand {
    private Optional<Inputs> inputs = Optional.empty();
    private OnDemand current;

    CachedOnDemand(OnDemand first) {
        this.current = first;
    }

    private record Inputs(
            Site site, ServiceConfig service, EnclosureLengths enclosures, List<Feed> ended, BuiltPages pages) {}

    OnDemand current() {
        return current;
    }

    /** Makes a new source if the inputs differ from those of the current one; returns whether they do. */
    boolean update(SiteReading reading, Configuration configuration, List<Feed> ended, FeedPages feedPages) {
        var next = Optional.of(
                new Inputs(reading.site(), configuration.service(), reading.enclosures(), ended, reading.pages()));
        if (next.equals(inputs)) {
            return false;
        }
        inputs = next;
        var feeds = new DocumentsOnDemand(reading.feeds().onDemand());
        var moves = configuration.service().http().moves();
        // Feeds are looked up before pages, because a feed of the site may have the path of a page.
        var design = configuration.service().design().withDefaultAccent(reading::themeColour);
        current = new BoundedOnDemand(
                feeds.or(Pages.of(reading.site(), moves, reading.feeds(), ended, feedPages, design)));
        return true;
    }
}
