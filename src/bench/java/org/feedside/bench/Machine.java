package org.feedside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes the machine and the versions of the programs, on which the figures depend. */
final class Machine {
    private Machine() {}

    /** Returns a line about the machine and a line with the versions of the programs. */
    static List<String> describe(Programs programs, String date) throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        lines.add("%d cores of %s, %.0f GB of memory, %s %s; %s."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        proc("cpuinfo", "model name").orElse(System.getProperty("os.arch")),
                        proc("meminfo", "MemTotal")
                                .map(total -> Long.parseLong(total.replaceAll("\\D", "")) / 1e6)
                                .orElse(0.0),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        date));
        var versions = new ArrayList<String>();
        versions.add(Programs.firstLine(programs.packaged().command("--version")));
        versions.add("jar with " + Programs.firstLine(List.of(programs.java().toString(), "-version")));
        version("hugo", "version").map(v -> v.replaceAll(" .*", "")).ifPresent(v -> versions.add("Hugo " + v));
        version("nginx", "-v").map(v -> v.replaceAll(".*/", "nginx ")).ifPresent(versions::add);
        version("wrk", "-v").map(v -> v.replaceAll(" \\[.*", "")).ifPresent(versions::add);
        lines.add(String.join(", ", versions) + ".");
        return lines;
    }

    private static Optional<String> proc(String file, String key) throws IOException {
        var path = Path.of("/proc", file);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        return Files.readAllLines(path).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static Optional<String> version(String name, String option) throws IOException, InterruptedException {
        var program = Programs.find(name);
        return program.isEmpty()
                ? Optional.empty()
                : Optional.of(Programs.firstLine(List.of(program.get(), option)).replaceFirst("^hugo ", ""));
    }
}
