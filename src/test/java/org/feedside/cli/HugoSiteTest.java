package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What readers get of Hugo's sites, compared with what Hugo makes of them. */
class HugoSiteTest extends GeneratorRun {
    private void configure(String... lines) throws IOException {
        write("hugo.toml", "baseURL = 'https://a.example/'\ntitle = 'Garden'\n" + String.join("\n", lines) + "\n");
    }

    @Test
    void references_lead_to_posts() throws IOException {
        configure();
        post("content/posts/old.md", "## Part", "title: Old", "date: 2025-01-01");
        post("content/posts/new.md", """
                [a]({{< ref "/posts/old.md" >}}) [b]({{< relref "old.md#part" >}}) [c]({{% relref "posts/old" %}}) [d][r]
                <a href="{{< ref "old" >}}">e</a> [f]({{< ref "gone" >}})

                [r]: {{< ref path="old" >}}
                """, "title: New", "date: 2025-01-02");

        publish();

        var old = "<a href=\"https://a.example/posts/old/";
        assertThat(content("New"))
                .contains(old + "\">a", old + "#part\">b", old + "\">c", old + "\">d", old + "\">e")
                .contains("<a href=\"https://a.example/posts/new/\">f");
        assertThat(err.toString()).contains("new.md:6:39: warning: there is no page `gone` below the content folder");
    }

    @Test
    void calls_that_cannot_be_rendered_are_removed_and_counted() throws IOException {
        configure();
        post("content/posts/a.md", """
                Read {{< ext url="https://x.example/" title="it" >}} first. {{< odd a= |"b" >}}

                {{% note %}}Mind the *gap*.{{% /note %}}

                Write `{{</* youtube id */>}}` or `{{ .Title }}`.
                """, "title: A", "date: 2025-01-02");

        publish();

        assertThat(content("A")).isEqualTo("""
                <p>Read  first. </p>
                <blockquote>
                <p>Mind the <em>gap</em>.</p>
                </blockquote>

                <p>Write <code>{{&lt; youtube id &gt;}}</code> or <code>{{ .Title }}</code>.</p>""");
        assertThat(err.toString()).contains("a.md:5:6: warning: 2 template tags left out");
    }

    @Test
    void markdown_has_goldmarks_defaults() throws IOException {
        configure("enableEmoji = true");
        post(
                "content/posts/a.md",
                "Hello :smile: \"quoted\" -- dash ...\n\nWord\n: Meaning",
                "title: A",
                "date: 2025-01-02");

        publish();

        assertThat(content("A")).contains("Hello 😄 “quoted” – dash …", "<dd>Meaning</dd>");
    }
}
