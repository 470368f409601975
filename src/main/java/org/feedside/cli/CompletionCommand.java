package org.feedside.cli;

import java.util.concurrent.Callable;
import org.feedside.cli.completion.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell has to read to complete the command line. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Print a script by which bash, zsh or fish completes commands, options and files.",
            "",
            "A package has put them into their places already."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  feedside completion bash > ~/.local/share/bash-completion/completions/feedside",
            "  feedside completion zsh > ~/.zsh/_feedside",
            "  feedside completion fish > ~/.config/fish/completions/feedside.fish",
            "",
            "zsh finds it if ~/.zsh is in its fpath before compinit is called."
        })
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "SHELL",
            completionCandidates = Shell.Names.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String shell = "";

    @Override
    public Integer call() {
        var chosen = Shell.named(shell)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no completion for `" + shell + "`, only for "
                                + String.join(", ", new Shell.Names())));
        var out = spec.commandLine().getOut();
        out.print(chosen.script(CommandSpec.forAnnotatedObject(new Feedside())));
        out.flush();
        return ExitCode.DONE;
    }
}
