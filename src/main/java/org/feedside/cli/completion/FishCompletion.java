package org.feedside.cli.completion;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Generates {@code complete} commands for fish. */
final class FishCompletion {
    private final String name;
    private final List<String> lines = new ArrayList<>();

    private FishCompletion(String name) {
        this.name = name;
    }

    static String script(CommandSpec command) {
        var script = new FishCompletion(command.name());
        script.add("--no-files");
        var first = "--condition __fish_use_subcommand";
        CompletionText.commands(command)
                .forEach(c -> script.add(first, "--arguments " + c.name(), description(CompletionText.summary(c))));
        script.addArguments(command, first);
        CompletionText.commands(command)
                .forEach(c -> script.addArguments(c, "--condition '__fish_seen_subcommand_from " + c.name() + "'"));
        return String.join("\n", script.lines) + "\n";
    }

    private void addArguments(CommandSpec command, String condition) {
        for (var option : CompletionText.options(command)) {
            add(condition, names(option), value(option), description(CompletionText.summary(option)));
        }
        for (var parameter : CompletionText.parameters(command)) {
            // fish does not know which of several parameters is being completed.
            var values = candidates(parameter);
            if (!values.isEmpty()) {
                add(condition, values);
            }
        }
    }

    private void add(String... words) {
        var line = new ArrayList<>(List.of("complete", "--command", name));
        for (var word : words) {
            if (!word.isEmpty()) {
                line.add(word);
            }
        }
        var text = String.join(" ", line);
        if (!lines.contains(text)) {
            lines.add(text);
        }
    }

    private static String names(OptionSpec option) {
        var names = new ArrayList<String>();
        for (var name : option.names()) {
            names.add(
                    name.startsWith("--")
                            ? "--long-option " + name.substring(2)
                            : "--short-option " + name.substring(1));
        }
        return String.join(" ", names);
    }

    private static String value(OptionSpec option) {
        return option.arity().max() == 0 ? "" : ("--require-parameter " + candidates(option)).strip();
    }

    private static String candidates(ArgSpec argument) {
        var values = CompletionText.values(argument);
        if (!values.isEmpty()) {
            return "--arguments '" + String.join(" ", values) + "'";
        }
        return CompletionText.isFile(argument) ? "--force-files" : "";
    }

    private static String description(String text) {
        return "--description '" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
