package org.feedside.tools.check;

import org.feedside.base.diagnostics.Diagnostic;

/**
 * A fault of a page.
 *
 * @param kind the same for faults that one template causes on many pages
 */
public record PageFault(String kind, Diagnostic diagnostic) {}
