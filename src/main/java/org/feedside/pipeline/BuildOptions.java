package org.feedside.pipeline;

import java.time.ZoneId;

/** Options of a build that come from the command line and the system. */
public record BuildOptions(boolean drafts, ZoneId systemTimezone) {}
