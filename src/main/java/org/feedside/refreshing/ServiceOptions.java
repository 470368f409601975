package org.feedside.refreshing;

import java.nio.file.Path;
import java.time.InstantSource;
import org.feedside.base.disk.Disk;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteFolder;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.RenderWatch;

/**
 * What a service works with.
 *
 * @param feeds the folder of the feeds and of the state
 * @param settings the settings at the start. Feeds announce their hub even if the settings change: subscribers of a hub
 *     that is never pinged would get no updates
 * @param acceptsNewIds whether the first publication may give published posts other ids
 * @param acceptsShrink whether most posts may disappear at once
 */
public record ServiceOptions(
        Disk disk,
        InstantSource clock,
        SiteFolder site,
        Path feeds,
        BuildOptions build,
        ServiceConfig settings,
        boolean acceptsNewIds,
        boolean acceptsShrink,
        Progress progress,
        RenderWatch watch) {
    public ServiceOptions {
        // A hub is never notified of drafts, which are not public.
        settings = settings.withHub(settings.hub().filter(hub -> !build.drafts()));
    }
}
