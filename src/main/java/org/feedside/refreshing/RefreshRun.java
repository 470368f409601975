package org.feedside.refreshing;

import java.time.Instant;
import java.util.Optional;

/**
 * A refresh that is over.
 *
 * @param outcome none if a fault of ours ended it; the log says which
 */
public record RefreshRun(Instant started, Instant ended, Optional<RefreshResult> outcome) {}
