package org.feedside.cli;

import java.util.Collection;
import org.feedside.base.diagnostics.Diagnostic;

/** How a command ends, and how it counts. */
final class ExitCode {
    static final int DONE = 0;
    static final int SOME_ERRORS = 1;
    static final int USAGE = 2;

    private ExitCode() {}

    static int exitCode(Collection<Diagnostic> problems) {
        return problems.stream().anyMatch(Diagnostic::isError) ? SOME_ERRORS : DONE;
    }

    /** A number with its noun: {@code 1 feed}, {@code 2 feeds}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
