package org.feedside.cli;

import java.util.stream.Collectors;
import org.feedside.base.diagnostics.Code;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers wrong arguments with one line: what is wrong, the argument that is most similar, and where the help is. */
final class UsageError implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        var similar = exception instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream().limit(3).collect(Collectors.joining(", "))
                : "";
        var message = String.valueOf(exception.getMessage()).replaceFirst("\\.$", "")
                + (similar.isEmpty() ? "" : "; did you mean " + similar + "?")
                + "; see `%s --help`"
                        .formatted(exception.getCommandLine().getCommandSpec().qualifiedName());
        Console.of(exception.getCommandLine().getCommandSpec()).err().problem(Problem.error(Code.USAGE, message));
        return ExitCode.USAGE;
    }
}
