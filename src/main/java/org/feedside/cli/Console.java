package org.feedside.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.feedside.base.disk.SystemDisk;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command writes: to standard output what was asked for, to standard error what went wrong on the way. Whether
 * there are colours is picocli's decision, by the terminal, {@code NO_COLOR}, {@code CLICOLOR} and
 * {@code CLICOLOR_FORCE}.
 */
record Console(ConsoleText out, ConsoleText err) {
    static Console of(CommandSpec spec) {
        var commandLine = spec.commandLine();
        var colours = commandLine.getColorScheme();
        var isLog = colours.ansi() == Ansi.AUTO && !isErrWatched();
        return new Console(
                new ConsoleText(commandLine.getOut(), colours),
                new ConsoleText(commandLine.getErr(), isLog ? Help.defaultColorScheme(Ansi.OFF) : colours));
    }

    /** Whether somebody looks at standard error: picocli only asks of standard output, and a log wants no colours. */
    static boolean isErrWatched() {
        return Ansi.AUTO.enabled() && (isForced() || leadsTo(2).equals(leadsTo(1)));
    }

    private static boolean isForced() {
        return !Optional.ofNullable(System.getenv("CLICOLOR_FORCE")).orElse("0").equals("0");
    }

    /** What an open file of this process leads to; nothing where that cannot be known. */
    private static Optional<Path> leadsTo(int descriptor) {
        try {
            return new SystemDisk().real(Path.of("/proc/self/fd/" + descriptor));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
