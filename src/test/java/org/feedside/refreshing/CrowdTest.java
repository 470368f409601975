package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thousands of combinations are requested one after another. */
class CrowdTest {
    private static final int TAGS = 24;
    private static final int COMBINATIONS = 10_000;
    private static final long MEGABYTE = 1 << 20;

    @Test
    void ten_thousand_combinations_take_bounded_memory() {
        var world = new World();
        for (int i = 0; i < 30; i++) {
            var tags = new ArrayList<String>();
            for (int tag = 0; tag < TAGS; tag++) {
                if ((i * 31 + tag * 17) % 3 != 0) {
                    tags.add("t%02d".formatted(tag));
                }
            }
            world.post("post%02d".formatted(i), "2026-01-01", noise(i), tags.toArray(String[]::new));
        }
        world.refresh();
        var paths = combinations();
        var site = world.document("atom.xml");

        var before = used();
        long made = 0;
        for (var path : paths) {
            var document = world.published.current().lookUp(path, "").value().orElseThrow();
            made += document.variants().stream()
                    .mapToLong(v -> v.bytes().size())
                    .sum();
        }
        var after = used();

        assertThat(paths).hasSize(COMBINATIONS).doesNotHaveDuplicates();
        assertThat(made).as("bytes made").isGreaterThan(100 * MEGABYTE);
        assertThat(after - before).as("bytes kept").isLessThan(40 * MEGABYTE);
        assertThat(world.document("atom.xml")).isSameAs(site);
        assertThat(world.published.current().documents())
                .noneMatch(d -> d.path().contains("+"));
    }

    /** Returns text that compresses badly. */
    private static String noise(int seed) {
        var random = new java.util.Random(seed);
        var text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append(Long.toString(random.nextLong(), 36)).append(' ');
        }
        return text.toString();
    }

    /** Returns the paths of different combinations in canonical form. */
    private static List<String> combinations() {
        var paths = new ArrayList<String>();
        for (int a = 0; a < TAGS; a++) {
            for (int b = a + 1; b < TAGS; b++) {
                for (int c = b + 1; c < TAGS; c++) {
                    for (var sign : List.of("+", ",", "+-")) {
                        for (var name : List.of("atom.xml", "feed.json")) {
                            if (paths.size() < COMBINATIONS) {
                                var first = sign.equals("+-") ? "+" : sign;
                                paths.add("tags/t%02d%st%02d%st%02d/%s".formatted(a, first, b, sign, c, name));
                            }
                        }
                    }
                }
            }
        }
        return paths;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
