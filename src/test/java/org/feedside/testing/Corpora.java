package org.feedside.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Real sites, in the folder that {@code -Dcorpora=FOLDER} names. Each folder in it has the sources in site/ and the
 * feeds that Zola generated in expected/.
 */
public final class Corpora {
    /** HTML that Feedside renders differently on purpose. */
    public static final Pattern LEFT_OUT = Pattern.compile(
            "<(script|style|iframe|object|embed|svg|form|video|audio|math|details|picture)\\b",
            Pattern.CASE_INSENSITIVE);

    /**
     * In the first two sites, Zola passes a type such as {@code <T>} through as an unclosed element where Feedside shows
     * the text; in the third, raw HTML is broken and every parser repairs it.
     */
    private static final Map<String, Double> MIN_EQUAL = Map.of(
            "PierreZ__pierrezemb.fr", 97.0, "sentinel1909__jeff-mitchell-dev", 97.9, "hoodie__hoodie.github.io", 90.0);

    private Corpora() {}

    /** Returns the percentage of entries whose HTML must equal Zola's. */
    public static double minEqual(String site) {
        return MIN_EQUAL.getOrDefault(site, 98.0);
    }

    /** Returns a test for each site, or one that is skipped if there are none. */
    public static Stream<DynamicTest> tests(Consumer<Path> check) throws IOException {
        var folders = folders();
        return folders.isEmpty()
                ? Stream.of(DynamicTest.dynamicTest(
                        "skipped",
                        () -> assumeTrue(false, "no real sites here: name their folder with -Dcorpora=FOLDER")))
                : folders.stream()
                        .map(folder -> DynamicTest.dynamicTest(
                                String.valueOf(folder.getFileName()), () -> check.accept(folder)));
    }

    public static List<Path> folders() throws IOException {
        var corpora = System.getProperty("corpora", "");
        if (corpora.isEmpty()) {
            return List.of();
        }
        try (var folders = Files.list(Path.of(corpora))) {
            return folders.sorted().toList();
        }
    }
}
