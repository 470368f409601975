package org.feedside.markup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Large pages that make careless parsers slow or overflow their stack. Twice the text may take three times as long, and
 * ten times its size in memory as HTML.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PathologicalTest {
    private static final int SIZE = 100_000;

    /** Below this CPU time, the JIT compiler dominates the measurement. */
    private static final long NEGLIGIBLE = TimeUnit.MILLISECONDS.toNanos(400);

    private static final Map<String, IntFunction<String>> TEXTS = texts();

    private static Map<String, IntFunction<String>> texts() {
        var texts = new TreeMap<String, IntFunction<String>>();
        texts.put("nested brackets", n -> "[".repeat(n / 2) + "a" + "]".repeat(n / 2));
        texts.put("nested links", n -> "[".repeat(n / 5) + "a" + "](b)".repeat(n / 5));
        texts.put("brackets that never close", n -> "[a".repeat(n / 2));
        texts.put("brackets that never open", n -> "a]".repeat(n / 2));
        texts.put("pictures that never close", n -> "![a](".repeat(n / 5));
        texts.put("nested parentheses", n -> "[a](" + "(".repeat(n / 2) + ")".repeat(n / 2) + ")");
        texts.put("nested strong text", n -> "**a ".repeat(n / 6) + "b** ".repeat(n / 6));
        texts.put("emphasis of two kinds", n -> "*a_ ".repeat(n / 4));
        texts.put("emphasis that closes and opens", n -> "a**b" + "c* ".repeat(n / 3));
        texts.put("stars", n -> "*".repeat(n));
        texts.put("tildes between letters", n -> "a~~".repeat(n / 3));
        texts.put("nested quotes", n -> ">".repeat(n) + "a");
        texts.put("quotes of growing depth", n -> growing(n, "> "));
        texts.put("lists of growing depth", n -> growing(n, "  ").replace("x", "- x"));
        texts.put("nested lists on one line", n -> "- ".repeat(n / 2) + "a");
        texts.put("a list of many", n -> "1. a\n".repeat(n / 5));
        texts.put("a loose list of many", n -> "- a\n\n".repeat(n / 5));
        texts.put(
                "a wide table",
                n -> "|a".repeat(n / 8) + "|\n" + "|-".repeat(n / 8) + "|\n" + "|b".repeat(n / 8) + "|\n");
        texts.put("a long table", n -> "|a|b|\n|-|-|\n" + "|c|d|\n".repeat(n / 6));
        texts.put(
                "a wide table of short rows",
                n -> "|a".repeat(300) + "|\n" + "|-".repeat(300) + "|\n" + "|\n".repeat(n / 2000));
        texts.put("tables that never begin", n -> "a|b\n".repeat(n / 4));
        texts.put("definitions", n -> numbered(n, 12, "[a%d]: b\n"));
        texts.put("definitions that are used", n -> numbered(n, 18, "[a%d]: b\n\n[a%d]\n\n"));
        texts.put("one definition used often", n -> "[a]: /" + "b".repeat(200) + "\n\n" + "[a] ".repeat(n / 50));
        texts.put("a long definition used often", n -> "[a]: /" + "b".repeat(n / 2) + "\n\n" + "[a] ".repeat(n / 8));
        texts.put("a long label", n -> "[" + "a".repeat(n / 2) + "]: b\n[" + "a".repeat(n / 2) + "]");
        texts.put(
                "backticks of growing length",
                n -> IntStream.range(1, (int) Math.sqrt(2.0 * n))
                        .mapToObj(i -> "e" + "`".repeat(i))
                        .reduce("", String::concat));
        texts.put("backticks that never close", n -> "`` a ` ".repeat(n / 7));
        texts.put("comments that never end", n -> "a <!-- b ".repeat(n / 9));
        texts.put("declarations that never end", n -> "a <!A <?b <![CDATA[ ".repeat(n / 20));
        texts.put("tags that never end", n -> "<a b='c ".repeat(n / 8));
        texts.put("nested elements", n -> "<b>".repeat(n / 3));
        texts.put("entities", n -> "&amp;&#x41;&nope;".repeat(n / 17));
        texts.put("footnotes", n -> numbered(n, 20, "a[^n%d]\n\n[^n%d]: b\n\n"));
        texts.put("one footnote used often", n -> "a[^n] ".repeat(n / 6) + "\n\n[^n]: b\n");
        texts.put("footnotes within footnotes", n -> numbered(n, 20, "[^n%d]: b[^n%d]\n\n"));
        texts.put("alerts", n -> "> [!NOTE]\n> a\n\n".repeat(n / 15));
        texts.put("nested alerts", n -> growing(n, "> ").replace("x", "[!NOTE]"));
        texts.put("headings of one title", n -> "# a\n".repeat(n / 4));
        texts.put("a heading of a megabyte", n -> "# " + "a b ".repeat(n / 4));
        texts.put("heading attributes", n -> "# a {#b .c".repeat(n / 10) + "}");
        texts.put("setext headings", n -> "a\n==\n".repeat(n / 5));
        texts.put("one line", n -> "a ".repeat(n / 2));
        texts.put("one word", n -> "a".repeat(n));
        texts.put("one paragraph of many lines", n -> "a\n".repeat(n / 2));
        texts.put("hard breaks", n -> "a  \n".repeat(n / 4));
        texts.put("shortcodes", n -> "{{ a(b=\"c\") }} ".repeat(n / 15));
        texts.put("nested shortcodes", n -> "{% a() %}".repeat(n / 18) + "{% end %}".repeat(n / 18));
        texts.put("shortcodes that never end", n -> "{% a() %} {{ b(c=\"".repeat(n / 18));
        texts.put("shortcodes of Hugo", n -> "{{< a >}}b{{< /a >}}".repeat(n / 20));
        texts.put("tags of Liquid", n -> "{% if a %}{% raw %}".repeat(n / 19));
        texts.put("outputs in one address in Jekyll", n -> "![a](" + "{{ b }}".repeat(n / 7));
        texts.put("outputs after brackets in Jekyll", n -> "[".repeat(n / 2) + "{{b}}".repeat(n / 10));
        texts.put("addresses of outputs in Jekyll", n -> "![a]({{ b }}/{{ c }})".repeat(n / 20));
        texts.put("tags that never end in Jekyll", n -> "{% a {{ b {# c ".repeat(n / 14));
        texts.put("raw parts in Jekyll", n -> "{% raw %}{{ a }}{% endraw %}{% raw %}".repeat(n / 36));
        texts.put("code in Jekyll", n -> "{% highlight a %}b{% endhighlight %}".repeat(n / 36));
        texts.put("conditions in Jekyll", n -> "{% if a %}b".repeat(n / 20) + "{% endif %}".repeat(n / 20));
        texts.put("attributes in Jekyll", n -> "{:a ".repeat(n / 8) + "{: .b}".repeat(n / 12));
        texts.put("comments in Jekyll", n -> "{::comment} ".repeat(n / 12));
        texts.put("Markdown in HTML in Jekyll", n -> "<a" + " markdown=1".repeat(n / 11));
        texts.put("definition lists", n -> "a\n: b\n\n".repeat(n / 7));
        texts.put("quotation marks", n -> "'a\" ".repeat(n / 4));
        texts.put("emoji names", n -> ":a:smile".repeat(n / 8));
        return texts;
    }

    private static String growing(int n, String piece) {
        var text = new StringBuilder();
        for (int i = 1; text.length() < n; i++) {
            text.append(piece.repeat(i % 150)).append("x\n");
        }
        return text.toString();
    }

    private static String numbered(int n, int length, String piece) {
        var text = new StringBuilder();
        for (int i = 0; i < n / length; i++) {
            text.append(piece.replace("%d", Integer.toString(i)));
        }
        return text.toString();
    }

    static Stream<String> names() {
        return TEXTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void twice_the_text_takes_at_most_three_times_as_long(String name) {
        var text = Objects.requireNonNull(TEXTS.get(name));
        var once = nanos(name, text.apply(SIZE));
        var twice = nanos(name, text.apply(2 * SIZE));

        // The minimum of several runs excludes the influence of other processes.
        for (int run = 0; run < 4 && twice > NEGLIGIBLE && twice > 3 * once; run++) {
            once = Math.max(once, nanos(name, text.apply(SIZE)));
            twice = Math.min(twice, nanos(name, text.apply(2 * SIZE)));
        }
        assertThat(twice)
                .as("%d ms after %d ms", TimeUnit.NANOSECONDS.toMillis(twice), TimeUnit.NANOSECONDS.toMillis(once))
                .isLessThan(Math.max(NEGLIGIBLE, 3 * once));
    }

    private static long nanos(String name, String markdown) {
        var cpu = ManagementFactory.getThreadMXBean();
        var start = cpu.getCurrentThreadCpuTime();
        var html = Options.of("smart,deflist,alerts,emoji" + (name.endsWith("in Jekyll") ? ",jekyll" : ""))
                .render(markdown)
                .content();
        var nanos = cpu.getCurrentThreadCpuTime() - start;
        assertThat(html.getBytes(UTF_8).length).isLessThan(100 * markdown.length() + 1_000);
        return nanos;
    }
}
