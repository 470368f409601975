package org.feedside.markup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;

/**
 * The HTML of one page for feed readers: well-formed, clean, every URL absolute.
 *
 * @param summary the part before {@code <!-- more -->}; empty if the page has no such mark or nothing before it
 */
public record RenderedPage(String content, Optional<String> summary, List<Diagnostic> problems) {
    public static final RenderedPage EMPTY = new RenderedPage("", Optional.empty(), List.of());

    public RenderedPage {
        problems = List.copyOf(problems);
    }

    public RenderedPage with(List<Diagnostic> more) {
        return new RenderedPage(
                content,
                summary,
                Stream.concat(problems.stream(), more.stream()).toList());
    }
}
