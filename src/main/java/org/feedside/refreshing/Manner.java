package org.feedside.refreshing;

import java.time.ZoneId;

/** How posts are chosen, whatever the site's files say. */
public record Manner(boolean drafts, ZoneId systemTimezone) {}
