package org.feedside.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Pages assembled from the rows of the other tests. Whatever they contain, the HTML must be clean. */
class RandomPagesTest {
    private static final int PAGES = 400;
    private static final List<String> OPTIONS =
            List.of("", "smart", "deflist,alerts", "bottom,smart", "alerts,linked", "smart,deflist,alerts,bottom");

    @Test
    void any_page_is_clean_and_needs_no_repair() {
        var seed = Long.getLong("seed", 20_261_123L);
        System.out.println("seed " + seed);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var rows = Stream.concat(
                        Stream.concat(
                                Rows.of("dialect.txt").map(row -> row.get()[2]),
                                Rows.of("shortcodes.txt").map(row -> row.get()[1])),
                        Stream.concat(
                                Rows.of("summary.txt").map(row -> row.get()[2]),
                                Rows.of("cleaning.txt").map(row -> row.get()[1])))
                .map(String.class::cast)
                .toList();

        for (int i = 0; i < PAGES; i++) {
            var markdown = page(rows, random);
            var options = OPTIONS.get(random.nextInt(OPTIONS.size()));
            var rendered = Options.of(options).render(markdown);
            assertClean(rendered.content(), markdown);
            rendered.summary().ifPresent(summary -> assertClean(summary, markdown));
        }
    }

    private static String page(List<String> rows, RandomGenerator random) {
        var page = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            var row = rows.get(random.nextInt(rows.size()));
            var start = random.nextInt(4) == 0 ? random.nextInt(row.length() + 1) : 0;
            var end = random.nextInt(4) == 0 ? start + random.nextInt(row.length() - start + 1) : row.length();
            page.append(List.of("", "> ", "- ", "    ", "1. ", "|", "\n").get(random.nextInt(7)));
            page.append(row, start, end);
            page.append(List.of("\n\n", "\n", " ", "").get(random.nextInt(4)));
        }
        return page.toString();
    }

    private static void assertClean(String html, String markdown) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        assertThat(document.body().html()).as(markdown).isEqualTo(html);
        assertThat(document.select("script, style, iframe, object, embed, svg, [^on], [href^=javascript]"))
                .as(markdown)
                .isEmpty();
        for (var address : document.select("[href], [src]")) {
            assertThat(address.attr("href") + address.attr("src"))
                    .as(markdown)
                    .matches("(?s)[a-zA-Z][a-zA-Z0-9+.-]*:.*");
        }
        assertThat(html.chars().filter(c -> c >= '\uFDD0' && c <= '\uFDEF'))
                .as(markdown)
                .isEmpty();
    }
}
