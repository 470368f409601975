package org.feedside.refreshing;

import java.time.Instant;
import java.util.Optional;

/**
 * A refresh that is over.
 *
 * @param outcome none if a fault of ours ended it; the log says which
 */
public record Refresh(Instant started, Instant ended, Optional<Outcome> outcome) {}
