package org.feedside.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code feedside}. */
@Command(
        name = "feedside",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            InitCommand.class,
            CheckCommand.class,
            BuildCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            AcceptCommand.class,
            SnippetCommand.class,
            DoctorCommand.class,
            CompletionCommand.class
        },
        header = "The feed sidecar of a static site.",
        description = {
            "",
            "Reads the posts of a Zola site, makes Atom, RSS and JSON feeds of everything and of each "
                    + "tag, keeps them in a folder and serves them.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:some posts have errors (the rest is done)", "2:usage or configuration"},
        footerHeading = "%nBegin in the folder of your site:%n",
        footer = {
            "  feedside init         write a file with all settings",
            "  feedside check        what is wrong with the posts",
            "  feedside build        write all feeds once, to the folder feeds",
            "  feedside serve        serve them, and keep them in step with the posts",
            "  feedside import FEED  keep the ids that readers know",
            "  feedside snippet      print blocks for templates, nginx, Caddy, Apache and systemd",
            "  feedside doctor       fetch the public feeds as readers do, and say what is wrong"
        })
public final class Feedside implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Feedside()).execute(arguments));
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
