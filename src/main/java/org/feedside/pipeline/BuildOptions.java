package org.feedside.pipeline;

import java.time.ZoneId;

/** How posts are chosen, whatever the site's files say. */
public record BuildOptions(boolean drafts, ZoneId systemTimezone) {}
