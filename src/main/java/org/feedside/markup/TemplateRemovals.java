package org.feedside.markup;

import java.util.Optional;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.text.PrintableText;

/** Counts what was left out of a page because only its generator can render it. */
final class TemplateRemovals {
    private final SourcePositions source;
    private int count;
    private int first;

    TemplateRemovals(MarkdownBody body) {
        this.source = new SourcePositions(body);
    }

    void add(int offset) {
        first = count == 0 ? offset : first;
        count++;
    }

    /** Returns one problem for all, at the first. */
    Optional<Diagnostic> problem() {
        return count == 0
                ? Optional.empty()
                : Optional.of(Code.TEMPLATE.warning(
                        source.place(first),
                        "%s left out of the feeds from here on, because only the generator can render them: write Markdown or HTML in their place"
                                .formatted(PrintableText.count(count, "template tag"))));
    }
}
