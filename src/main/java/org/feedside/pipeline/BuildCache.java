package org.feedside.pipeline;

import org.feedside.feeds.FeedCache;
import org.feedside.site.SiteCache;

/** What is kept from one reading for the next one, so that only what has changed is worked out anew. */
public record BuildCache(SiteCache sites, RenderCache renditions, FeedCache feeds) {
    public static BuildCache empty(Progress progress) {
        return new BuildCache(new SiteCache(), new RenderCache(progress), new FeedCache());
    }
}
