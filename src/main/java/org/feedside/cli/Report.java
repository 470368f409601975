package org.feedside.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import org.feedside.diagnostics.Diagnostic;
import org.feedside.site.Site;

/** Prints what people must know. */
final class Report {
    static final int DONE = 0;
    static final int SOME_ERRORS = 1;
    static final int USAGE = 2;

    private Report() {}

    /** Prints each problem on a line of its own. */
    static void problems(PrintWriter out, Collection<Diagnostic> problems) {
        problems.stream().sorted().forEach(out::println);
        out.flush();
    }

    static void waiting(PrintWriter out, List<Site.Waiting> waiting) {
        waiting.forEach(post -> out.printf("%s waits until %s%n", post.file(), post.until()));
        out.flush();
    }

    static int exitCode(Collection<Diagnostic> problems) {
        return problems.stream().anyMatch(Diagnostic::isError) ? SOME_ERRORS : DONE;
    }

    /** A number with its noun: {@code 1 feed}, {@code 2 feeds}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
