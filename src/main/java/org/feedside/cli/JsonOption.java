package org.feedside.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option for JSON output. */
final class JsonOption {
    @Option(names = "--json", description = "Print one JSON document instead of text.")
    private boolean requested;

    boolean isRequested() {
        return requested;
    }

    /** Prints the problems that prevent a command. */
    int fail(CommandSpec spec, JsonReport report, List<Problem> problems) {
        if (requested) {
            problems.forEach(report::problem);
            return report.print(spec.commandLine().getOut(), ExitCode.USAGE);
        }
        problems.forEach(Console.of(spec).err()::problem);
        return ExitCode.USAGE;
    }
}
