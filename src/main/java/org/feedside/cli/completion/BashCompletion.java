package org.feedside.cli.completion;

import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Generates the completion for bash with picocli. */
final class BashCompletion {
    private BashCompletion() {}

    static String script(CommandSpec command) {
        usePathType(command);
        return AutoComplete.bash(command.name(), new CommandLine(command));
    }

    /** Changes the type of file options to Path: picocli completes file names only for that type. */
    private static void usePathType(CommandSpec command) {
        CompletionText.options(command).stream().filter(CompletionText::isFile).forEach(option -> {
            command.remove(option);
            command.addOption(
                    OptionSpec.builder(option.names()).type(Path.class).build());
        });
        CompletionText.commands(command).forEach(BashCompletion::usePathType);
    }
}
