package org.feedside.formats;

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Puts one key on each line, so an edit of a post changes few lines. The text compresses as well as on a single line.
 */
final class JsonLayout extends ObjectWriteContext.Base {
    private static final Separators SEPARATORS =
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);

    @Override
    public PrettyPrinter getPrettyPrinter() {
        return new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(new DefaultIndenter(" ", "\n"));
    }

    @Override
    public boolean hasPrettyPrinter() {
        return true;
    }
}
