package org.feedside.cli;

import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The output of a command: text for people, or one JSON document. */
final class Output {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--json", description = "Print one JSON document instead of text.")
    private boolean isJson;

    /** Returns a progress line, which is shown only on a terminal. */
    ProgressLine progress() {
        return new ProgressLine(command.commandLine().getErr(), Console.isErrTerminal(), System::nanoTime);
    }

    /** Prints text, unless a document is requested. */
    void print(Consumer<Console> text) {
        if (!isJson) {
            text.accept(Console.of(command));
        }
    }

    /** Prints the document, if it is requested, and returns the exit code. */
    int end(JsonReport report, int exitCode) {
        if (isJson) {
            report.print(command.commandLine().getOut(), exitCode);
        }
        return exitCode;
    }

    /** Prints the problems that prevent a command. */
    int fail(JsonReport report, List<Problem> problems) {
        print(console -> problems.forEach(console.err()::problem));
        problems.forEach(report::problem);
        return end(report, ExitCode.USAGE);
    }
}
