package org.feedside.cli;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a completion script for a shell. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Print a script with which bash, zsh or fish completes commands, options and files.",
            "",
            "The Debian package installs these scripts."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  feedside completion bash > ~/.local/share/bash-completion/completions/feedside",
            "  feedside completion zsh > ~/.zsh/_feedside",
            "  feedside completion fish > ~/.config/fish/completions/feedside.fish",
            "",
            "zsh finds the script if ~/.zsh is in fpath before compinit runs."
        })
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "SHELL",
            completionCandidates = Shells.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String shell = "";

    record Shells() implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("bash", "zsh", "fish").iterator();
        }
    }

    @Override
    public Integer call() {
        var command = CommandSpec.forAnnotatedObject(new Feedside());
        var script = switch (shell) {
            case "bash" -> CompletionScript.bash(command);
            case "zsh" -> CompletionScript.zsh(command);
            case "fish" -> CompletionScript.fish(command);
            default ->
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no completion for `" + shell + "`, only for " + String.join(", ", new Shells()));
        };
        var out = spec.commandLine().getOut();
        out.print(script);
        out.flush();
        return ExitCode.DONE;
    }
}
