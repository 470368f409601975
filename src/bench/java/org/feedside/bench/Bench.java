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

/** The command that measures Feedside and its peers, and prints a table. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {Soak.class, StagesCommand.class, LoadCommand.class},
        description = {
            "Measure Feedside, Hugo and nginx, and print a table.",
            "",
            "A peer that is not installed is skipped. All servers listen on loopback and are stopped at the end.",
            "Do not use the machine for anything else meanwhile."
        })
public final class Bench implements Callable<Integer> {
    /** The parts of the benchmark. Their names are values of --parts. */
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

    @Option(
            names = "--parts",
            split = ",",
            description = "The parts to measure: ${COMPLETION-CANDIDATES} (default: all).")
    private List<Kind> parts = List.of(Kind.values());

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "100,1000,10000,100000",
            description = "The numbers of posts of the sites (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "How often to measure everything (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--edits",
            defaultValue = "3",
            description = "The number of edits in each run of change (default: ${DEFAULT-VALUE}).")
    private int edits;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "The seconds of load in each run of serve (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--quick",
            description =
                    "Measure everything once with 10,000 posts, one edit and two seconds of load: about three minutes.")
    private boolean isQuick;

    @Option(
            names = "--date",
            defaultValue = "no date",
            description = "The date to print above the table (default: ${DEFAULT-VALUE}).")
    private String date = "";

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description =
                    "Write the plot of time against number of posts to this file (default: growth.png in the work folder).")
    private Optional<Path> plot = Optional.empty();

    @Option(
            names = "--again",
            paramLabel = "FILE",
            description = "Measure nothing; print the table and draw the plot of the figures in this file.")
    private Optional<Path> again = Optional.empty();

    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new Bench())
                .setOut(out)
                .setExecutionExceptionHandler(Bench::failed)
                .execute(arguments));
    }

    /** Prints the message of an exception. An IOException mostly has an external cause, so its message is enough. */
    private static int failed(Exception e, CommandLine command, ParseResult result) {
        command.getErr().println("bench: " + (e instanceof IOException ? e.getMessage() : e));
        return 1;
    }

    /** The command that runs this program as another process. */
    static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Bench.class.getName());
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (isQuick) {
            sizes = List.of(10_000);
            runs = 1;
            edits = 1;
            seconds = 2;
        }
        var folder = programs.folder();
        var out = spec.commandLine().getOut();
        var figures = again.isPresent() ? Figures.of(Files.readAllLines(again.get())) : measure(folder, out);
        Table.of(figures).forEach(out::println);
        Subscribers.of(figures).ifPresent(text -> out.println("\n" + text));
        if (Growth.isMeasured(figures)) {
            var picture = plot.orElse(folder.resolve("growth.png"));
            Growth.draw(figures, picture);
            out.println("\nThe plot is in " + picture);
        }
        return 0;
    }

    private Figures measure(Path folder, PrintWriter out) throws IOException, InterruptedException {
        var measured = programs.programs();
        var figures = new Figures();
        var file = folder.resolve("figures.tsv");
        var err = spec.commandLine().getErr();
        try (var processes = Processes.open()) {
            var setting = new Setting(folder, programs.seed(), measured, runs, processes, figures, err);
            setting.report("about %d minutes".formatted(estimate().toMinutes() + 1));
            for (var part : parts()) {
                part.measure(setting);
                Files.write(file, figures.lines());
            }
            setting.report("all figures are in " + file);
        }
        Machine.describe(measured, date).forEach(out::println);
        out.println();
        return figures;
    }

    private List<Part> parts() {
        var selected = new ArrayList<Part>();
        for (var kind : parts) {
            selected.add(
                    switch (kind) {
                        case build -> new BuildPart(sizes);
                        case change -> new ChangePart(sizes, edits);
                        case start -> new StartPart(sizes);
                        case serve -> new ServePart(seconds);
                    });
        }
        return selected;
    }

    /** Estimates the duration from earlier measurements on two cores. */
    private Duration estimate() {
        double secondsPerRun = 0;
        for (var kind : parts) {
            for (var size : kind == Kind.serve ? List.of(0) : sizes) {
                secondsPerRun += switch (kind) {
                    case build -> 7 + size / 1200.0;
                    case change -> 20 + (edits + 2) * (26 + size / 4000.0);
                    case start -> 14 + size / 5000.0;
                    case serve -> 4 * 2 * (2 * seconds + 4);
                };
            }
        }
        return Duration.ofSeconds((long) (secondsPerRun * runs));
    }
}
