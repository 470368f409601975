package org.feedside.cli;

import java.util.Collection;
import org.feedside.base.diagnostics.Diagnostic;

/** The exit codes of the commands. */
final class ExitCode {
    static final int DONE = 0;
    static final int SOME_ERRORS = 1;
    static final int USAGE = 2;

    private ExitCode() {}

    static int of(Collection<Diagnostic> problems) {
        return problems.stream().anyMatch(Diagnostic::isError) ? SOME_ERRORS : DONE;
    }
}
