package org.feedside.pipeline;

import org.feedside.base.disk.LastFound;
import org.feedside.feeds.FeedCache;
import org.feedside.site.SiteCache;

/**
 * What is kept between generations, so that only changed parts are computed again.
 *
 * @param sizes the sizes of enclosures' files
 */
public record BuildCache(SiteCache sites, RenderCache renders, FeedCache feeds, LastFound<Long> sizes) {
    public static BuildCache empty(Progress progress) {
        return empty(progress, RenderWatch.NONE, LastFound.once());
    }

    public static BuildCache empty(Progress progress, RenderWatch watch, LastFound<Long> sizes) {
        return new BuildCache(new SiteCache(), new RenderCache(progress, watch), new FeedCache(), sizes);
    }
}
