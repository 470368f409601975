package org.feedside.cli.completion;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The visible commands and arguments, with descriptions for shells. */
final class CompletionText {
    private static final Pattern SENTENCE = Pattern.compile("^.*?(?=\\.(\\s|$)|:?$)", Pattern.DOTALL);

    private CompletionText() {}

    static List<CommandSpec> commands(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(subcommand -> subcommand.getCommandSpec())
                .filter(spec -> !spec.usageMessage().hidden())
                .toList();
    }

    static List<OptionSpec> options(CommandSpec command) {
        return visible(command.options());
    }

    static List<PositionalParamSpec> parameters(CommandSpec command) {
        return visible(command.positionalParameters());
    }

    private static <A extends ArgSpec> List<A> visible(Collection<A> arguments) {
        return arguments.stream().filter(argument -> !argument.hidden()).toList();
    }

    /** The first sentence of a description. */
    static String summary(CommandSpec command) {
        return sentence(command.usageMessage().description());
    }

    /** The first sentence of a description. */
    static String summary(ArgSpec argument) {
        return sentence(argument.description());
    }

    private static String sentence(String[] description) {
        var text = Ansi.OFF.string(String.join(" ", description)).strip();
        var sentence = SENTENCE.matcher(text);
        return sentence.find() ? sentence.group() : text;
    }

    /** Returns whether an argument is a file or folder. */
    static boolean isFile(ArgSpec argument) {
        return argument.type().equals(Path.class)
                || List.of(argument.typeInfo().getAuxiliaryTypes()).contains(Path.class);
    }

    /** The possible values of an argument; empty if there is no fixed list. */
    static List<String> values(ArgSpec argument) {
        var values = argument.completionCandidates();
        return values == null
                ? List.of()
                : StreamSupport.stream(values.spliterator(), false).toList();
    }
}
