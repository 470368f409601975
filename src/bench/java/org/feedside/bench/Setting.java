package org.feedside.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What every part of the bench needs.
 *
 * @param folder for sites, feeds and logs
 * @param archive of the JVM's classes, for a part that measures with and without it
 * @param runs how many times everything is measured
 * @param progress where to say how far it is
 */
record Setting(
        Path folder,
        long seed,
        Programs programs,
        Optional<Path> archive,
        int runs,
        Processes processes,
        Figures figures,
        PrintWriter progress) {
    GeneratedSite site(int posts) throws IOException {
        say("a site of %,d posts".formatted(posts));
        return GeneratedSite.in(folder, posts, seed);
    }

    void say(String what) {
        progress.println("bench: " + what);
        progress.flush();
    }

    Path log(String who) {
        return folder.resolve(who + ".log");
    }

    Running start(Path where, String who, List<String> command) throws IOException {
        return processes.start(where, log(who), command);
    }

    /** An empty place of this name. */
    Path emptied(String name) throws IOException {
        var place = folder.resolve(name);
        if (Files.exists(place)) {
            try (var all = Files.walk(place)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return place;
    }
}
