package org.feedside.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedside.bench.Figures.Subject;
import org.feedside.bench.Figures.Unit;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Subject BUILD = new Subject("build", "time", 1000, Unit.MILLISECONDS);
    private static final Subject NOT_MODIFIED = new Subject("serve", "304", 40, Unit.A_SECOND);

    private static Figures figures() {
        var figures = new Figures();
        for (var value : new double[] {1200, 900, 1000}) {
            figures.add(BUILD, Programs.FEEDSIDE, value);
        }
        figures.add(BUILD, Programs.JAR, 1500);
        for (var value : new double[] {2000, 1900, 2100, 2200}) {
            figures.add(BUILD, Programs.HUGO, value);
        }
        figures.add(NOT_MODIFIED, Programs.FEEDSIDE, 50_000);
        return figures;
    }

    @Test
    void a_row_has_medians_ranges_and_the_ratio() {
        assertThat(Table.of(figures()))
                .contains(
                        "| build, time | 1,000 | 1,000 ms (900–1,200) | 1,500 ms | Hugo 2,050 ms (1,900–2,200) | 0.49 |");
    }

    @Test
    void the_cell_of_a_peer_without_figures_is_a_dash() {
        assertThat(Table.of(figures())).contains("| serve, 304 | 40 | 50,000 /s | – | – | – |");
    }

    @Test
    void figures_are_read_as_they_were_written() {
        var read = Figures.of(figures().lines());

        assertThat(Table.of(read)).isEqualTo(Table.of(figures()));
    }
}
