package org.feedside.markup;

import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;

/**
 * The HTML of one page, ready for readers: complete, clean, every URL absolute.
 *
 * @param content the whole page
 * @param summary the part before {@code <!-- more -->}, if the page has that mark and something before it
 */
public record RenderedPage(String content, Optional<String> summary, List<Diagnostic> problems) {
    public RenderedPage {
        problems = List.copyOf(problems);
    }
}
