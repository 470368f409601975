package org.feedside.pipeline;

import org.feedside.base.disk.LastFound;
import org.feedside.feeds.FeedCache;
import org.feedside.publishing.state.PublishedState;
import org.feedside.site.SiteCache;

/**
 * What is kept between generations, so that only changed parts are computed again.
 *
 * @param sizes the sizes of enclosures' files
 */
public record BuildCache(
        SiteCache sites,
        RenderCache renders,
        FeedCache feeds,
        LastFound<Long> sizes,
        BuiltSite built,
        PageEdits edits) {
    /** Keeps what was made last as the published version. */
    public void published(PublishedState state) {
        renders.published();
        edits.published(built.pages(), state);
    }

    /** Returns the cache of a command that reads the site once. */
    public static BuildCache empty(Progress progress) {
        return empty(progress, RenderWatch.NONE, LastFound.once(), false);
    }

    /**
     * Returns the cache of a service.
     *
     * @param isWaiting whether posts may wait for their pages
     */
    public static BuildCache empty(Progress progress, RenderWatch watch, LastFound<Long> sizes, boolean isWaiting) {
        return new BuildCache(
                new SiteCache(),
                new RenderCache(progress, watch),
                new FeedCache(),
                sizes,
                new BuiltSite(),
                new PageEdits(isWaiting));
    }
}
