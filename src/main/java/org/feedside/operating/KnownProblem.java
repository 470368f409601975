package org.feedside.operating;

import java.time.Instant;
import org.feedside.base.diagnostics.Diagnostic;

/** A problem, and since when this process knows it. */
record KnownProblem(Diagnostic problem, Instant since) {}
