package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.feedside.base.diagnostics.Diagnostic;
import org.junit.jupiter.api.Test;

/** A post that would become too long is left out, or keeps its last version; all other posts are published. */
class RefusedPostsTest {
    static final String TABLE = "|a".repeat(3_000) + "|\n" + "|-".repeat(3_000) + "|\n" + "|x|\n".repeat(3_000);
    private static final String[] MANY_TAGS =
            IntStream.range(0, 990).mapToObj(i -> "tag" + i).toArray(String[]::new);

    private final World world = new World();

    @Test
    void a_short_text_that_becomes_long_html_is_refused() {
        world.post("one", "2026-01-01");
        world.post("table", "2026-01-02", TABLE, new String[0]);

        var result = world.refresh();

        assertThat(result.problems())
                .extracting(Diagnostic::toString)
                .singleElement()
                .asString()
                .startsWith("/site/content/table.md:1:1: error: the post becomes more than 20")
                .contains("shorten it");
        assertThat(world.titles("atom.xml")).containsExactly("one");
    }

    @Test
    void a_post_that_is_long_in_too_many_feeds_is_refused() {
        world.post("one", "2026-01-01", "tag1");
        world.post("copies", "2026-01-02", "words ".repeat(5_000), MANY_TAGS);

        var result = world.refresh();

        assertThat(result.problems())
                .extracting(Diagnostic::toString)
                .singleElement()
                .asString()
                .startsWith("/site/content/copies.md:1:1: error: all feeds that show this post have ")
                .contains("more than 25000000: shorten it, or give it fewer terms (it has 990)");
        assertThat(world.titles("atom.xml")).containsExactly("one");
        assertThat(world.feedFiles()).doesNotContainKey("tags/tag2/atom.xml");
    }

    @Test
    void the_last_good_version_stays_until_the_post_is_short_again() {
        world.post("one", "2026-01-01");
        world.refresh();

        world.post("one", "2026-01-03", TABLE, new String[0]);
        var refused = world.refresh();
        assertThat(refused.problems()).anyMatch(Diagnostic::isError);
        assertThat(refused.changed()).isZero();
        assertThat(world.text("atom.xml")).contains("Text of one.", "2026-01-01");

        world.restart();
        assertThat(world.refresh().problems()).isEqualTo(refused.problems());
        assertThat(world.text("atom.xml")).contains("Text of one.");

        world.post("one", "2026-01-03", "Shorter.", new String[0]);
        assertThat(world.refresh().problems()).isEmpty();
        assertThat(world.text("atom.xml")).contains("Shorter.").doesNotContain("Text of one.");
    }
}
