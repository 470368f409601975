package org.feedside.operating;

import java.time.Instant;
import org.feedside.base.diagnostics.Diagnostic;

/** A problem, with the time at which this process first saw it. */
public record KnownProblem(Diagnostic problem, Instant since) {}
