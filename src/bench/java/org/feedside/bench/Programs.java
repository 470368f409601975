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
 * @param java the java command that runs Feedside's jar
 * @param jvm options for the JVM of Feedside
 * @param jar Feedside's jar
 * @param installed the folder into which Feedside's package was unpacked
 */
record Programs(Path java, List<String> jvm, Path jar, Path installed) {
    /** Feedside as its package runs it. */
    static final String FEEDSIDE = "Feedside";

    /** Feedside's jar with no options for the JVM but those of --jvm. */
    static final String JAR = "jar";

    static final String HUGO = "Hugo";
    static final String NGINX = "nginx";

    Programs {
        jvm = List.copyOf(jvm);
    }

    /** A way of running Feedside. */
    record Feedside(String name, List<String> start) {
        List<String> command(String... arguments) {
            return Stream.concat(start.stream(), Stream.of(arguments)).toList();
        }

        /** The command of a service that serves a site on loopback. */
        List<String> serve(Path site, Path feeds, int port) {
            return command("serve", site.toString(), "--feeds", feeds.toString(), "--port", Integer.toString(port));
        }
    }

    /** Unpacks a package into a folder, and prepares it as its installation does. */
    static void install(Path file, Path folder) throws IOException, InterruptedException {
        run(List.of("dpkg-deb", "--extract", file.toString(), folder.toString()));
        var library = library(folder);
        run(List.of(library.resolve("archive").toString(), library.toString()));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("%s failed".formatted(command));
        }
    }

    private static Path library(Path folder) {
        return folder.resolve("usr/lib/feedside");
    }

    Feedside packaged() {
        var command = new ArrayList<>(List.of("env", "FEEDSIDE_LIB=" + library(installed)));
        if (!jvm.isEmpty()) {
            command.add("JDK_JAVA_OPTIONS=" + String.join(" ", jvm));
        }
        command.add(installed.resolve("usr/bin/feedside").toString());
        return new Feedside(FEEDSIDE, command);
    }

    List<Feedside> feedsides() {
        var command = new ArrayList<>(List.of(java.toString()));
        command.addAll(jvm);
        command.addAll(List.of("-jar", jar.toString()));
        return List.of(packaged(), new Feedside(JAR, command));
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
            var first = reader.lines().toList().stream()
                    .filter(line -> !line.startsWith("NOTE: Picked up"))
                    .findFirst()
                    .orElse("");
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
