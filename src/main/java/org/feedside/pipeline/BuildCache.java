package org.feedside.pipeline;

import org.feedside.feeds.FeedCache;
import org.feedside.site.SiteCache;

/** The caches that are kept between generations, so that only changed parts are computed again. */
public record BuildCache(SiteCache sites, RenderCache renders, FeedCache feeds) {
    public static BuildCache empty(Progress progress) {
        return empty(progress, RenderWatch.NONE);
    }

    public static BuildCache empty(Progress progress, RenderWatch watch) {
        return new BuildCache(new SiteCache(), new RenderCache(progress, watch), new FeedCache());
    }
}
