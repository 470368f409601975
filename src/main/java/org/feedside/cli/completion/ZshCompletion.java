package org.feedside.cli.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Generates an {@code _arguments} function for zsh. */
final class ZshCompletion {
    private static final String SCRIPT = """
            #compdef %1$s

            _%1$s() {
                local curcontext="$curcontext" state line
                local -a commands=(
            %2$s
                )
                _arguments -C \\
            %3$s \\
                    '(-)1:command:->command' \\
                    '(-)*::argument:->argument'
                case $state in
                    command)
                        _describe command commands
                        ;;
                    argument)
                        case $line[1] in
            %4$s
                        esac
                        ;;
                esac
            }

            _%1$s "$@"
            """;
    private static final String COMMAND = """
                            %s)
                                _arguments \\
            %s
                                ;;""";

    private ZshCompletion() {}

    static String script(CommandSpec command) {
        var commands = CompletionText.commands(command);
        return SCRIPT.formatted(
                command.name(),
                commands.stream()
                        .map(c -> " ".repeat(8) + quoted(c.name() + ":" + CompletionText.summary(c)))
                        .collect(Collectors.joining("\n")),
                lines(arguments(command), 8),
                commands.stream()
                        .map(c -> COMMAND.formatted(c.name(), lines(arguments(c), 24)))
                        .collect(Collectors.joining("\n")));
    }

    private static String lines(List<String> arguments, int indentation) {
        return arguments.stream()
                .map(argument -> " ".repeat(indentation) + argument)
                .collect(Collectors.joining(" \\\n"));
    }

    private static List<String> arguments(CommandSpec command) {
        var arguments = new ArrayList<String>();
        for (var option : CompletionText.options(command)) {
            for (var name : option.names()) {
                arguments.add(quoted(option(option, name)));
            }
        }
        for (var parameter : CompletionText.parameters(command)) {
            arguments.add(quoted(parameter(parameter)));
        }
        return arguments;
    }

    private static String option(OptionSpec option, String name) {
        var otherNames = Arrays.stream(option.names()).collect(Collectors.joining(" ", "(", ")"));
        var text = otherNames + name + (takesValue(option) ? "=" : "") + "[" + escaped(CompletionText.summary(option))
                + "]";
        return takesValue(option) ? text + value(option) : text;
    }

    private static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    private static String parameter(PositionalParamSpec parameter) {
        // zsh counts the words of a command from 1.
        return parameter.index().min() + 1 + (parameter.arity().min() > 0 ? "" : ":") + value(parameter);
    }

    private static String value(ArgSpec argument) {
        var values = CompletionText.values(argument);
        var action = values.isEmpty()
                ? CompletionText.isFile(argument) ? "_files" : " "
                : "(" + String.join(" ", values) + ")";
        return ":" + escaped(argument.paramLabel()) + ":" + action;
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\\\[\\]:]", "\\\\$0");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
