package org.feedside.fuzzing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.base.slugs.SlugMode;
import org.feedside.base.text.XmlCharacters;
import org.feedside.config.Generator;
import org.feedside.config.MarkdownConfig;
import org.feedside.config.MarkdownConfig.ExternalLinks;
import org.feedside.markup.MarkdownBody;
import org.feedside.markup.MarkdownRenderer;
import org.feedside.testing.Words;

/** Post bodies with every part of the dialect enabled. The HTML must be safe and valid in XML. */
record MarkdownTarget(String name, MarkdownRenderer markup) implements Target {
    private static final Path FILE = Path.of("content/post.md");

    /** In cleaned HTML every unescaped {@code <} opens or closes a tag. */
    private static final Pattern TAG = Pattern.compile("<(/?[^\\s>/]*)([^>]*)>");

    private static final Pattern HARMFUL_ELEMENT =
            Pattern.compile("(?i)/?(?:script|style|iframe|object|embed|svg|math|form|base|meta|link|template)");
    private static final Pattern HARMFUL_ATTRIBUTE = Pattern.compile(
            "(?i)(?:^|[\\s\"'/])on\\w+\\s*=|(?:href|src|srcset|poster|cite)\\s*=\\s*\"?\\s*(?:javascript\\s*:|vbscript\\s*:|data\\s*:\\s*text)");

    /** Posts of a generator whose template syntax is removed, or Zola's. */
    static MarkdownTarget of(Generator generator) {
        var dialect = new MarkdownConfig(
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                new ExternalLinks("out", true, true, true, true),
                new MarkdownConfig.Templates(generator, "https://example.org/a", "T"));
        var patterns = Map.of("own", "<figure><img src=\"{src}\" alt=\"{alt}\">{body}</figure>");
        var name = generator == Generator.ZOLA ? "markdown" : "markdown of " + generator;
        return new MarkdownTarget(name, new MarkdownRenderer(dialect, SlugMode.ON, patterns));
    }

    @Override
    public List<String> corpus() {
        return List.of("""
                # Heading *one* {#id .class}

                A paragraph with [a link](https://example.org/?a=b&c "title"), [one](@/about.md#x), ![a picture](a.png),
                `code`, ``a ` b``, **strong _both_**, ~~struck~~, <https://example.org>, &amp; &copy; &#x41;, \\* and :smile:

                Setext
                ======

                <!-- more -->

                - a list
                  1. with a list

                     and a paragraph
                - [ ] to do
                - [x] done

                > quoted
                >> twice

                > [!WARNING]
                > An alert

                | a | b |
                |:--|--:|
                | 1 | 2 \\| 3 |

                Text[^1] and [^note].

                [^1]: The note
                [^note]:
                    another

                [ref]: <https://example.org/a b> "title"
                [ref] [text][ref] [ref][]

                term
                : definition

                ```rust,hide_lines=1-2
                fn main() {}
                ```

                    indented

                ---
                "Quotes" -- 'and' dashes...  \n
                """, """
                {{ youtube(id="abc", autoplay=true) }} {{ own(src="a.png", alt="b") }}

                {% note(title="x") %}
                **body** {{ figure(src='a.jpg') }}
                {% end %}

                {{< figure src="a.jpg" title="t" >}} {{% note %}}x{{% /note %}}
                {% raw %}{{ x }}{% endraw %} {% include a.html %} {% highlight ruby %}x{% endhighlight %}
                {{/* youtube(id="x") */}} {{< ref "a.md#b" >}} {{</* x */>}}
                ![a]({{ b }}/c) [d]({% post_url e %}) <img src="{{ f | prepend: site.baseurl }}"> {# g #}
                {% if a %}b{% endif %} {: .a} {::comment}b{:/} ::: a
                """, """
                <div class="a" onclick="alert(1)"><script>alert(2)</script><p style="color:red">x</p>
                <a href="javascript:alert(3)">y</a><a href=" java\tscript:alert(4)">z</a>
                <img src=x onerror=alert(5) srcset="a.png 1x, b.png 2x"><iframe src="https://www.youtube.com/embed/x"></iframe>
                <svg><script>alert(6)</script></svg><math><mi xlink:href="data:x,<script>alert(7)</script>"></mi></math>
                <details><summary>s</summary>d</details><table><tr><td>1</table><template><b>x</template>
                <style>@import 'x'</style><!-- comment --><?php x ?><![CDATA[ x ]]><!DOCTYPE html>
                <video controls poster=p.png><source src=v.mp4></video><object data=x></object><noscript><p title="</noscript><img src=x onerror=alert(8)>">
                </div>
                """, "Plain text.\n");
    }

    @Override
    public List<String> dictionary() {
        return Words.of("""
                [ ] ( ) ![ ]( * ** _ ~~ ` ``` ~~~⏎ >␣ -␣ 1.␣ #␣ | |-|-|⏎ [^a] [^a]:␣ [a]:␣b⏎ <!-- -->
                <!--␣more␣--> <div> </div> <script> </script> <style> <svg> <math> <template> <noscript> <table>
                <select> <p ␣onload= href= javascript: data:text/html, &#106;avascript: &colon; &Tab; &NewLine;
                &lt; &#0; &#xD800; &#1; {{␣a()␣}} {{ }} {% %} {%␣a()␣%} {%␣end␣%} {{< >}} {{/* {%␣raw␣%} :␣ ⏎⏎
                ␣␣␣␣ \t \\⏎ ␣␣⏎ ---⏎ ===⏎ >␣[!NOTE]⏎ -␣[␣]␣ <https:// @/ :smile: {# {.a} <![CDATA[ ]]> <? \uFDD0
                \uFDD00\uFDD1 \uFDD2closed <a␣title=' " ' -- ...
                """);
    }

    @Override
    public String read(byte[] bytes) {
        // The library decodes text; here every byte is one character.
        var markdown = new String(bytes, StandardCharsets.UTF_8);
        var body = new MarkdownBody(FILE.toString(), 1, markdown, "https://example.org/post/", true);
        var rendered = markup.render(body, path -> Optional.of("https://example.org/" + path.replaceAll("\\W", "")));
        checkSafe(rendered.content());
        rendered.summary().ifPresent(MarkdownTarget::checkSafe);
        return rendered.content()
                + rendered.summary()
                + ReportedProblems.checked(rendered.problems(), FILE, markdown.getBytes(StandardCharsets.UTF_8));
    }

    private static void checkSafe(String html) {
        if (XmlCharacters.hasForbidden(html)) {
            throw new AssertionError("the HTML contains a character that XML does not allow");
        }
        var tags = TAG.matcher(html);
        while (tags.find()) {
            if (HARMFUL_ELEMENT.matcher(tags.group(1)).matches()) {
                throw new AssertionError("the HTML contains a harmful element: " + tags.group());
            }
            if (tags.group(1).equals("input") && !tags.group(2).contains("disabled type=\"checkbox\"")) {
                throw new AssertionError("the HTML contains an input: " + tags.group());
            }
            // Attribute values may contain anything but a forbidden scheme.
            var names = tags.group(2).replaceAll("=\"[^\"]*\"", "=");
            if (HARMFUL_ATTRIBUTE.matcher(names).find()
                    || HARMFUL_ATTRIBUTE
                            .matcher(tags.group(2).replaceAll("(?:title|alt|class|id|datetime)=\"[^\"]*\"", ""))
                            .results()
                            .anyMatch(found -> !found.group().matches("(?is).*on\\w+\\s*="))) {
                throw new AssertionError("the HTML contains a harmful attribute: " + tags.group());
            }
        }
    }
}
