package org.feedside.markup;

import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;

/**
 * The HTML of one page for feed readers: well-formed, clean, every URL absolute.
 *
 * @param content the whole page
 * @param summary the part before {@code <!-- more -->}; empty if the page has no such mark or nothing before it
 */
public record RenderedPage(String content, Optional<String> summary, List<Diagnostic> problems) {
    public RenderedPage {
        problems = List.copyOf(problems);
    }
}
