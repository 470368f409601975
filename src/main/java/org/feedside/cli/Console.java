package org.feedside.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.feedside.base.disk.SystemDisk;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The output of a command: results go to standard output, problems to standard error. Picocli decides about colours, from
 * the terminal, {@code NO_COLOR}, {@code CLICOLOR} and {@code CLICOLOR_FORCE}.
 */
record Console(ConsoleText out, ConsoleText err) {
    static Console of(CommandSpec spec) {
        var commandLine = spec.commandLine();
        var colours = commandLine.getColorScheme();
        var isLog = colours.ansi() == Ansi.AUTO && !isErrTerminal();
        return new Console(
                new ConsoleText(commandLine.getOut(), colours),
                new ConsoleText(commandLine.getErr(), isLog ? Help.defaultColorScheme(Ansi.OFF) : colours));
    }

    /** Returns whether standard error is a terminal. Picocli checks only standard output, and a log file should not contain
     * colour codes. */
    static boolean isErrTerminal() {
        var force = Optional.ofNullable(System.getenv("CLICOLOR_FORCE")).orElse("0");
        return Ansi.AUTO.enabled() && (!force.equals("0") || target(2).equals(target(1)));
    }

    /** Returns the file behind a file descriptor of this process; empty on systems without /proc. */
    private static Optional<Path> target(int descriptor) {
        try {
            return new SystemDisk().realPath(Path.of("/proc/self/fd/" + descriptor));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
