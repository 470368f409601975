package org.feedside.cli.completion;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** A shell with a completion script. */
public enum Shell {
    BASH,
    ZSH,
    FISH;

    /** Returns the shell with this name. */
    public static Optional<Shell> named(String name) {
        return Arrays.stream(values())
                .filter(shell -> shell.toString().equals(name))
                .findFirst();
    }

    /** Returns the completion script for a command. It may modify the command's specification. */
    public String script(CommandSpec command) {
        return switch (this) {
            case BASH -> BashCompletion.script(command);
            case ZSH -> ZshCompletion.script(command);
            case FISH -> FishCompletion.script(command);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all shells. */
    public static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(values()).map(Shell::toString).iterator();
        }
    }
}
