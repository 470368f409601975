package org.feedside.tools.check;

import org.feedside.base.diagnostics.Diagnostic;

/**
 * Something wrong with a page.
 *
 * @param kind the same for faults that one template makes on many pages
 */
public record PageFault(String kind, Diagnostic diagnostic) {}
