package org.feedside.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that makes careless parsers slow. The time must not grow much faster than the text. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HostileInputTest {
    private static final int TIMES = 10_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "![",
                "[a](",
                "[^a]",
                "[^a]: b\n",
                "*a **",
                "_a __a",
                "~a ~~",
                "`",
                "``a ",
                "\"",
                "'a ",
                "a'b\" ",
                "- ",
                "--",
                "...",
                "> ",
                ">",
                "<",
                "<a ",
                "<!-- ",
                "<!-- more -->",
                "<b>",
                "</b>",
                "&",
                "&amp",
                "\\",
                "|",
                "|a|b|\n",
                "a|",
                "|-",
                "# a {#",
                "# a\n",
                "# a {#b}\n",
                "{",
                "{{",
                "{{ a(",
                "{{ a(b=\"",
                "{{ a() }}",
                "{{ a() }}\n",
                "{{ img(src=\"a\") }}\n",
                "{{<",
                "{{<a b=\"",
                "{{< a >}}",
                "{{< a >}}{{< /b >}}",
                "{%",
                "{% a() %}",
                "{% note() %}",
                "{% end %}",
                "{% <a> %}",
                "{% <a> %}{% </b> %}",
                "{# ",
                "{% raw %}",
                "{% if a %}",
                "{% else %}",
                "{% for a in b %}",
                "{{/* a(",
                "{%/* a() */%}",
                ":",
                ":a",
                ": a\n",
                "a\n: b\n\n",
                "@/",
                "[a](@/x.md)\n",
                "<div>",
                "<table>",
                "<a href=a>",
                "<p><b>",
                "<i><table>",
                "<svg>",
                "<math>",
                "<pre>\n\n",
                "<iframe src=x>",
                "\uFDD0",
                "\uFDD00\uFDD1",
                "1. ",
                "- [ ] a\n",
                "    a\n",
                "\t",
                "a\r",
                "a\0",
                "<T> ",
                "<img srcset=\"a 1x,",
                "[a]: b\n",
                "> [!NOTE]\n",
                "```a,hide_lines=1-9 ",
                "~~~\n",
                "===\n",
                "a  \n"
            })
    void every_text_is_rendered_in_time(String piece) {
        var text = piece.repeat(TIMES);

        var rendered = Options.of("smart,deflist,alerts,emoji").render("x " + text);
        var atStart = Options.of("bottom").render(text.substring(0, text.length() / 4));

        assertThat(writtenBack(rendered.content())).isEqualTo(rendered.content());
        assertThat(writtenBack(atStart.content())).isEqualTo(atStart.content());
    }

    private static String writtenBack(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document.body().html();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](",
                "*a ",
                "> ",
                "- ",
                "{% note() %}",
                "{% a() %}",
                "<div>",
                "<b>",
                "<blockquote>",
                "{% <a> %}"
            })
    void deep_nesting_is_rendered_without_an_error(String piece) {
        var end = switch (piece) {
            case "[x](" -> ")";
            case "*a " -> "a*";
            case "{% note() %}", "{% a() %}" -> "{% end %}";
            case "<div>" -> "</div>";
            case "<b>" -> "</b>";
            case "<blockquote>" -> "</blockquote>";
            case "{% <a> %}" -> "{% </a> %}";
            default -> "";
        };

        var rendered = Options.of("").render(piece.repeat(5_000) + "x" + end.repeat(5_000));

        assertThat(writtenBack(rendered.content())).isEqualTo(rendered.content());
    }
}
