package org.feedside.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A definition that is referenced many times makes a long page from a short text. */
class LongAddressesTest {
    @Test
    void links_are_left_out_once_the_total_length_of_their_urls_exceeds_the_limit() {
        var rendered = Options.of("").render("[a]: /" + "b".repeat(100_000) + "\n\n" + "[a] ![a] ".repeat(1_000));

        assertThat(rendered.content().length()).isLessThan(1_300_000);
        assertThat(rendered.content().split("<a ", -1).length - 1).isBetween(1, 10);
        assertThat(rendered.problems()).singleElement().asString().contains("shorten them or use fewer");
    }

    @Test
    void long_urls_that_the_text_itself_contains_do_not_count() {
        var picture = "![](data:image/png;base64," + "A".repeat(1_500_000) + ") ";

        var rendered = Options.of("").render(picture.repeat(3));

        assertThat(rendered.problems()).isEmpty();
    }
}
