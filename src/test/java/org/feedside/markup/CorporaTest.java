package org.feedside.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.base.slugs.SlugMode;
import org.feedside.testing.ComparableHtml;
import org.feedside.testing.Corpora;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders real sites and compares the HTML with Zola's. */
@EnabledIfSystemProperty(named = "corpora", matches = ".+")
class CorporaTest {
    private static final Pattern SHORTCODE = Pattern.compile("\\{\\{|\\{%");
    private static final Pattern CALL = Pattern.compile("\\{\\{\\s*<?\\w+\\s*\\(|\\{%");
    private static final int MAX_DIFFERENCES = 8;

    static List<Path> sites() throws IOException {
        return Corpora.folders();
    }

    @ParameterizedTest
    @MethodSource("sites")
    void an_entry_has_the_same_html_as_in_zolas_feed(Path folder) throws IOException {
        var site = new CorpusSite(folder);
        var markup = new MarkdownRenderer(site.dialect(), SlugMode.ON, Map.of());
        var compared = 0;
        var equal = 0;
        var shown = 0;

        for (var entry : site.entries()) {
            var body = site.pages().get(entry.link());
            if (body == null) {
                System.out.println("no page for " + entry.link());
                continue;
            }
            if (SHORTCODE.matcher(body.markdown()).find()
                    || Corpora.LEFT_OUT.matcher(entry.html()).find()) {
                continue;
            }
            compared++;
            var rendered = markup.render(body, site.links());
            var expected = ComparableHtml.of(entry.html(), entry.link());
            var content = ComparableHtml.of(rendered.content(), entry.link());
            var summary = rendered.summary().map(html -> ComparableHtml.of(html, entry.link()));
            if (expected.equals(content) || summary.filter(expected::equals).isPresent()) {
                equal++;
            } else if (shown++ < MAX_DIFFERENCES) {
                System.out.println(entry.link() + " " + entry.kind() + difference(expected, summary.orElse(content)));
            }
        }

        var percent = compared == 0 ? 100 : 100.0 * equal / compared;
        System.out.printf("%s: html %d/%d (%.1f %%)%n", site.name(), equal, compared, percent);
        assertThat(percent).isGreaterThanOrEqualTo(Corpora.minEqual(site.name()));
    }

    private static String difference(List<String> expected, List<String> actual) {
        var at = 0;
        while (at < expected.size() && at < actual.size() && expected.get(at).equals(actual.get(at))) {
            at++;
        }
        return "\n  expected " + excerpt(expected, at) + "\n  actual   " + excerpt(actual, at);
    }

    private static String excerpt(List<String> tokens, int at) {
        var text = String.join(" ", tokens.subList(Math.min(at, tokens.size()), Math.min(at + 4, tokens.size())));
        return text.length() > 240 ? text.substring(0, 240) : text;
    }

    @ParameterizedTest
    @MethodSource("sites")
    void every_entry_is_clean_and_needs_no_repair(Path folder) throws IOException {
        var site = new CorpusSite(folder);
        var markup = new MarkdownRenderer(site.dialect(), SlugMode.ON, Map.of());

        for (var body : site.pages().values()) {
            var rendered = markup.render(body, site.links());

            rendered.problems().forEach(System.out::println);
            for (var html : Stream.concat(Stream.of(rendered.content()), rendered.summary().stream())
                    .toList()) {
                assertClean(html, body.permalink());
            }
        }
    }

    private static void assertClean(String html, String permalink) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        assertThat(document.body().html()).as(permalink).isEqualTo(html);
        assertThat(document.select("script, style, iframe, object, embed, [^on]"))
                .as(permalink)
                .isEmpty();
        for (var name : List.of("href", "src", "poster", "cite")) {
            for (var value : document.select("[" + name + "]").eachAttr(name)) {
                assertThat(value).as(permalink).matches("(?s)[a-zA-Z][a-zA-Z0-9+.-]*:.*");
            }
        }
        document.select("pre, code").remove();
        assertThat(CALL.matcher(document.body().html()).find())
                .as("calls in %s", permalink)
                .isFalse();
    }
}
