package org.feedside.refreshing;

import java.time.Instant;
import java.util.Optional;

/**
 * A finished refresh.
 *
 * @param result empty if an internal error ended the refresh; the error is in the log
 */
public record RefreshRun(Instant started, Instant ended, Optional<RefreshResult> result) {}
