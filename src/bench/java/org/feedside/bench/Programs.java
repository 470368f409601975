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
 * The command lines of the measured programs.
 *
 * @param java the java command that runs Feedside
 * @param jvm options for that JVM
 * @param jar Feedside's jar
 */
record Programs(Path java, List<String> jvm, Path jar) {
    static final String FEEDSIDE = "Feedside";
    static final String HUGO = "Hugo";
    static final String NGINX = "nginx";

    /** The options of the packaged command (src/deb/feedside), for commands that end soon and for the service. */
    private static final List<String> COMMAND_OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final List<String> SERVICE_OPTIONS = List.of(
            "-XX:+UseSerialGC", "-Xms24m", "-XX:MaxNewSize=16m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20");

    Programs {
        jvm = List.copyOf(jvm);
    }

    List<String> feedside(String... arguments) {
        return feedside(List.of(), arguments);
    }

    List<String> feedside(List<String> jvmOptions, String... arguments) {
        var command = new ArrayList<String>(List.of("env", "MALLOC_ARENA_MAX=2", java.toString()));
        command.addAll(arguments[0].equals("serve") ? SERVICE_OPTIONS : COMMAND_OPTIONS);
        command.addAll(jvm);
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The command of a service that serves a site on loopback. */
    List<String> serve(List<String> jvmOptions, Path site, Path feeds, int port) {
        return feedside(
                jvmOptions, "serve", site.toString(), "--feeds", feeds.toString(), "--port", Integer.toString(port));
    }

    /** Finds a program in the PATH or in the folders of system administration programs. */
    static Optional<String> find(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** Runs a command and returns the first line of its output. */
    static String firstLine(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var reader = process.inputReader()) {
            // Reads all the output, as a program may fail when its pipe is closed.
            var first = reader.lines().toList().stream().findFirst().orElse("");
            process.waitFor();
            return first.strip();
        }
    }

    /** Returns a command that runs another one on a single core. */
    static List<String> onCore(int core, List<String> command) {
        var pinned = new ArrayList<String>(List.of("taskset", "-c", Integer.toString(core)));
        pinned.addAll(command);
        return pinned;
    }
}
