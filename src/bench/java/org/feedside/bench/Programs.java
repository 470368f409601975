package org.feedside.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the programs are called that are measured.
 *
 * @param java that runs Feedside
 * @param jvm options for it
 */
record Programs(Path java, List<String> jvm, Path jar) {
    static final String FEEDSIDE = "Feedside";
    static final String HUGO = "Hugo";
    static final String NGINX = "nginx";

    /** The options of the command of the package (src/deb/feedside): for what ends soon, and for what runs for months. */
    private static final List<String> SHORT = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final List<String> LONG = List.of(
            "-XX:+UseSerialGC", "-Xms24m", "-XX:MaxNewSize=16m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20");

    Programs {
        jvm = List.copyOf(jvm);
    }

    List<String> feedside(String... arguments) {
        return feedside(List.of(), arguments);
    }

    List<String> feedside(List<String> more, String... arguments) {
        var command = new ArrayList<String>(List.of("env", "MALLOC_ARENA_MAX=2", java.toString()));
        command.addAll(arguments[0].equals("serve") ? LONG : SHORT);
        command.addAll(jvm);
        command.addAll(more);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A program of the machine, where its packages put programs. */
    static Optional<String> find(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** The first line that a command says. */
    static String firstLine(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var reader = process.inputReader()) {
            // To the end, as whoever writes must not find the pipe closed.
            var first = reader.lines().toList().stream().findFirst().orElse("");
            process.waitFor();
            return first.strip();
        }
    }

    /** The same on one core only. */
    static List<String> onCore(int core, List<String> command) {
        var pinned = new ArrayList<String>(List.of("taskset", "-c", Integer.toString(core)));
        pinned.addAll(command);
        return pinned;
    }
}
