package org.feedside.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion scripts: picocli's for bash, which zsh runs too, and a list of commands and options for fish. */
final class CompletionScript {
    /** Defines bash's compopt, and completes the word for which zsh loads the script. */
    private static final String ZSH = """
            #compdef %1$s
            functions[compopt]=:
            %2$s
            [[ -v compstate ]] && _bash_complete -o default -F _complete_%1$s
            """;

    private CompletionScript() {}

    static String zsh(CommandSpec command) {
        return ZSH.formatted(command.name(), bash(command));
    }

    /** Returns the script for bash. Modifies the specification of the command. */
    static String bash(CommandSpec command) {
        usePathType(command);
        return AutoComplete.bash(command.name(), new CommandLine(command));
    }

    /** Changes the type of file options to Path: picocli completes file names only for that type. */
    private static void usePathType(CommandSpec command) {
        List.copyOf(command.options()).stream().filter(CompletionScript::isFile).forEach(option -> {
            command.remove(option);
            command.addOption(
                    OptionSpec.builder(option.names()).type(Path.class).build());
        });
        subcommands(command).forEach(CompletionScript::usePathType);
    }

    static String fish(CommandSpec command) {
        var complete = "complete --command " + command.name() + " ";
        var lines = new ArrayList<>(List.of(complete + "--no-files"));
        var isFirst = complete + "--condition __fish_use_subcommand ";
        subcommands(command)
                .forEach(c -> lines.add(isFirst + "--arguments " + c.name()
                        + description(c.usageMessage().description())));
        addArguments(command, isFirst, lines);
        subcommands(command)
                .forEach(c -> addArguments(
                        c, complete + "--condition '__fish_seen_subcommand_from " + c.name() + "' ", lines));
        return String.join("\n", lines) + "\n";
    }

    private static void addArguments(CommandSpec command, String start, List<String> lines) {
        for (var option : command.options()) {
            var names = Arrays.stream(option.names())
                    .map(name -> name.startsWith("--")
                            ? "--long-option " + name.substring(2)
                            : "--short-option " + name.charAt(1))
                    .collect(Collectors.joining(" "));
            var value = option.arity().max() == 0 ? "" : " --require-parameter " + candidates(option);
            lines.add(start + names + value + description(option.description()));
        }
        // fish does not know which of several parameters is being completed.
        command.positionalParameters().stream()
                .map(parameter -> start + candidates(parameter))
                .filter(line -> !line.equals(start))
                .distinct()
                .forEach(lines::add);
    }

    private static String candidates(ArgSpec argument) {
        if (argument.completionCandidates() != null) {
            return "--arguments '" + String.join(" ", argument.completionCandidates()) + "'";
        }
        return isFile(argument) ? "--force-files" : "";
    }

    private static boolean isFile(ArgSpec argument) {
        return argument.type().equals(Path.class)
                || List.of(argument.typeInfo().getAuxiliaryTypes()).contains(Path.class);
    }

    /** Describes with the first sentence of a text. */
    private static String description(String[] text) {
        var sentence = Ansi.OFF.string(String.join(" ", text)).strip().replaceFirst("(?s)(\\.\\s|[.:]$).*", "");
        return " --description '" + sentence.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static List<CommandSpec> subcommands(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .toList();
    }
}
