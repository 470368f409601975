package org.feedside.discovery;

import org.feedside.diagnostics.Diagnostic;

/**
 * Something wrong with a page.
 *
 * @param kind the same for faults that one template makes on many pages
 */
public record Fault(String kind, Diagnostic diagnostic) {}
