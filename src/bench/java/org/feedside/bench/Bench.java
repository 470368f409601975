package org.feedside.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Measures Feedside and its peers, and prints a table. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {Soak.class, StagesCommand.class, LoadCommand.class},
        description = {
            "Measure Feedside beside Hugo and nginx, and print a table.",
            "",
            "A peer that is not installed is left out. Everything listens on loopback, and what was started is ended.",
            "Leave the machine alone meanwhile."
        })
public final class Bench implements Callable<Integer> {
    /** What can be measured. */
    enum Kind {
        build,
        change,
        start,
        serve
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ProgramOptions programs = new ProgramOptions();

    @Option(names = "--parts", split = ",", description = "Of ${COMPLETION-CANDIDATES} (default: all).")
    private List<Kind> parts = List.of(Kind.values());

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "100,1000,10000,100000",
            description = "Numbers of posts (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of();

    @Option(names = "--runs", defaultValue = "5", description = "How often (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--edits", defaultValue = "3", description = "Changes in each run (default: ${DEFAULT-VALUE}).")
    private int edits;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "Of load in each run of serve (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--date", defaultValue = "no date", description = "What the table says of when it was made.")
    private String date = "";

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Where to draw how the costs grow (default: growth.png beside the figures).")
    private Optional<Path> plot = Optional.empty();

    @Option(
            names = "--again",
            paramLabel = "FILE",
            description = "Measure nothing, and make table and plot of the figures in a file.")
    private Optional<Path> again = Optional.empty();

    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new Bench())
                .setOut(out)
                .setExecutionExceptionHandler(Bench::failed)
                .execute(arguments));
    }

    /** Something of the machine, more often than of ours. */
    private static int failed(Exception e, CommandLine command, ParseResult result) {
        command.getErr().println("bench: " + (e instanceof IOException ? e.getMessage() : e));
        return 1;
    }

    /** How this program is called as a process of its own. */
    static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Bench.class.getName());
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = programs.folder();
        var kept = folder.resolve("figures.tsv");
        var figures = again.isPresent() ? Figures.of(Files.readAllLines(again.get())) : measured(folder, kept);
        var out = spec.commandLine().getOut();
        Machine.describe(programs.programs(), date).forEach(out::println);
        out.println();
        Table.of(figures).forEach(out::println);
        Subscribers.of(figures).ifPresent(words -> out.println("\n" + words));
        if (Growth.isMeasured(figures)) {
            var file = plot.orElse(folder.resolve("growth.png"));
            Growth.draw(figures, file);
            out.println("\nThe plot is " + file);
        }
        return 0;
    }

    private Figures measured(Path folder, Path kept) throws IOException, InterruptedException {
        var figures = new Figures();
        var err = spec.commandLine().getErr();
        try (var processes = Processes.open()) {
            var setting = new Setting(
                    folder, programs.seed(), programs.programs(), programs.archive(), runs, processes, figures, err);
            setting.say("about %d minutes".formatted(estimate().toMinutes() + 1));
            for (var part : wanted()) {
                part.measure(setting);
                Files.write(kept, figures.lines());
            }
            setting.say("all figures are in " + kept);
        }
        return figures;
    }

    private List<Part> wanted() {
        var wanted = new ArrayList<Part>();
        for (var kind : parts) {
            wanted.add(
                    switch (kind) {
                        case build -> new BuildPart(sizes);
                        case change -> new ChangePart(sizes, edits);
                        case start -> new StartPart(sizes);
                        case serve -> new ServePart(seconds);
                    });
        }
        return wanted;
    }

    /** From what it took before, on two cores. */
    private Duration estimate() {
        double each = 0;
        for (var kind : parts) {
            for (var size : kind == Kind.serve ? List.of(0) : sizes) {
                each += switch (kind) {
                    case build -> 4 + size / 2000.0;
                    case change -> 15 + (edits + 2) * (18 + size / 5000.0);
                    case start -> 8 + size / 10_000.0;
                    case serve -> 4 * 2 * (2 * seconds + 4);
                };
            }
        }
        return Duration.ofSeconds((long) (each * runs));
    }
}
