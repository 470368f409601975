package org.feedside.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.feedside.testing.WordSource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;

/** Input that makes careless parsers slow. The time must not grow much faster than the text. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileInputTest {
    private static final int TIMES = 10_000;

    /** In processor time, because on a busy machine any text may take long. */
    private static final Duration MOST = Duration.ofSeconds(20);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long start;

    @BeforeEach
    void startClock() {
        start = threads.getCurrentThreadCpuTime();
    }

    @AfterEach
    void checkTime() {
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(MOST);
    }

    @ParameterizedTest
    @WordSource("""
            [ ![ [a]( [^a] [^a]:␣b⏎ *a␣** _a␣__a ~a␣~~ ` ``a␣ " 'a␣ a'b"␣ -␣ -- ... >␣ > < <a␣ <!--␣
            <!--␣more␣--> <b> </b> & &amp \\ | |a|b|⏎ a| |- #␣a␣{# #␣a⏎ #␣a␣{#b}⏎ { {{ {{␣a( {{␣a(b=" {{␣a()␣}}
            {{␣a()␣}}⏎ {{␣img(src="a")␣}}⏎ {{< {{<a␣b=" {{<␣a␣>}} {{<␣a␣>}}{{<␣/b␣>}} {% {%␣a()␣%} {%␣note()␣%}
            {%␣end␣%} {%␣<a>␣%} {%␣<a>␣%}{%␣</b>␣%} {#␣ {%␣raw␣%} {%␣if␣a␣%} {%␣else␣%} {%␣for␣a␣in␣b␣%} {{/*␣a(
            {%/*␣a()␣*/%} : :a :␣a⏎ a⏎:␣b⏎⏎ @/ [a](@/x.md)⏎ <div> <table> <a␣href=a> <p><b> <i><table> <svg>
            <math> <pre>⏎⏎ <iframe␣src=x> \uFDD0 \uFDD00\uFDD1 1.␣ -␣[␣]␣a⏎ ␣␣␣␣a⏎ \t a\r a\0 <T>␣
            <img␣srcset="a␣1x, [a]:␣b⏎ >␣[!NOTE]⏎ ```a,hide_lines=1-9␣ ~~~⏎ ===⏎ a␣␣⏎
            """)
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
    @WordSource("""
            [x]( *a␣ >␣ -␣ {%␣note()␣%} {%␣a()␣%} <div> <b> <blockquote> {%␣<a>␣%}
            """)
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
