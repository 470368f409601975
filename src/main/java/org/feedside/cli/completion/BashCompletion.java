package org.feedside.cli.completion;

import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for bash, as picocli writes it. */
final class BashCompletion {
    private BashCompletion() {}

    static String script(CommandSpec command) {
        nameFiles(command);
        return AutoComplete.bash(command.name(), new CommandLine(command));
    }

    /** Makes paths of what may be paths: picocli offers files for nothing else. */
    private static void nameFiles(CommandSpec command) {
        CompletionText.options(command).stream().filter(CompletionText::isFile).forEach(option -> {
            command.remove(option);
            command.addOption(
                    OptionSpec.builder(option.names()).type(Path.class).build());
        });
        CompletionText.commands(command).forEach(BashCompletion::nameFiles);
    }
}
