package org.feedside.markup.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnexpectedPageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><p>Hello",
                "\uFEFF\n <!doctype  HTML>",
                "<html lang=en>",
                "<!-- saved -->\n<!-- twice --> <HTML>",
                "<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN'>"
            })
    void html_pages_are_recognised_by_their_beginning(String text) {
        assertThat(UnexpectedPage.isPage(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<feed>", "<?xml version='1.0'?><rss/>", "<!-- <html> --><rss/>", "<htmlish>", "hello <html>"
            })
    void other_texts_are_not_html_pages(String text) {
        assertThat(UnexpectedPage.isPage(text)).isFalse();
    }

    @Test
    void a_page_has_a_title_and_may_have_a_password_field() {
        assertThat(UnexpectedPage.of("<title> Log\nin </title><form><INPUT TYPE=Password></form>"))
                .isEqualTo(new UnexpectedPage(Optional.of("Log in"), true));
        assertThat(UnexpectedPage.of("<p>Your password is wrong. <input type=text>"))
                .isEqualTo(new UnexpectedPage(Optional.empty(), false));
    }
}
