package org.feedside.cli;

import java.util.List;
import java.util.stream.Stream;
import org.feedside.base.disk.DiskEntry;
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
            "Reads the posts of a static site, makes Atom, RSS and JSON feeds of all posts and of each "
                    + "tag, writes them to a folder and serves them.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:some posts have errors (the rest was processed)", "2:usage or configuration error"
        },
        footerHeading = "%nStart in the folder of your site:%n",
        footer = {
            "  feedside init         write a settings file",
            "  feedside check        print all problems of the posts",
            "  feedside build        write all feeds once to the folder feeds",
            "  feedside serve        serve the feeds and update them when posts change",
            "  feedside import FEED  keep the ids of an old feed",
            "  feedside snippet      print blocks for templates, nginx, Caddy, Apache, systemd",
            "  feedside doctor       fetch the public feeds as readers do, report problems"
        })
public final class Feedside implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs a command and exits with its exit code. */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("serve")) {
            // A reload during the start must not end the service; the start reads everything anyway.
            Hangup.handle(() -> {});
        }
        var names = Stream.concat(Stream.of(arguments), Stream.of(System.getProperty("user.dir", "")));
        if (names.anyMatch(name -> name.contains(DiskEntry.REPLACEMENT_CHARACTER))) {
            System.err.println("error: the locale cannot decode an argument or the current folder: set LC_ALL=C.UTF-8");
            System.exit(ExitCode.USAGE);
        }
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Feedside()).setParameterExceptionHandler(new UsageError());
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
