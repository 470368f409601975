package org.feedside.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The environment of a measurement.
 *
 * @param folder the work folder, for sites, feeds and logs
 * @param seed the seed of the generated sites
 * @param runs how often to measure everything
 * @param progress receives a line for each step
 */
record Setting(
        Path folder,
        long seed,
        Programs programs,
        int runs,
        Processes processes,
        Figures figures,
        PrintWriter progress) {
    GeneratedSite site(int posts) throws IOException {
        report("a site of %,d posts".formatted(posts));
        return GeneratedSite.in(folder, posts, seed);
    }

    void report(String what) {
        progress.println("bench: " + what);
        progress.flush();
    }

    /** Starts a command in the work folder, with its output in a log with this name. */
    Running start(String name, List<String> command) throws IOException {
        return processes.start(folder, folder.resolve(name + ".log"), command);
    }

    /** Deletes a subfolder of the work folder and returns its path. */
    Path clear(String name) throws IOException {
        var subfolder = folder.resolve(name);
        if (Files.exists(subfolder)) {
            delete(subfolder);
        }
        return subfolder;
    }

    /** Deletes a folder with everything in it. */
    static void delete(Path tree) throws IOException {
        try (var all = Files.walk(tree)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
