package org.feedside.markup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.slugs.SlugMode;
import org.feedside.config.Generator;
import org.feedside.config.MarkdownConfig;
import org.feedside.config.MarkdownConfig.ExternalLinks;

/** A page of example.org, rendered with the options that a row of a table names. */
record Options(List<String> names) {
    static final String PERMALINK = "https://example.org/post/";
    private static final Map<String, String> PAGES = Map.of(
            "pages/about.md", "https://example.org/about/",
            "blog/_index.md", "https://example.org/blog/",
            "a b.md", "https://example.org/a-b/");

    static Options of(String names) {
        return new Options(List.of(names.split(",", -1)));
    }

    RenderedPage render(String markdown) {
        return render(markdown, Map.of());
    }

    RenderedPage render(String markdown, Map<String, String> shortcodes) {
        var markup = new MarkdownRenderer(dialect(), has("safe") ? SlugMode.SAFE : SlugMode.ON, shortcodes);
        var body = new MarkdownBody("content/post.md", 5, markdown, PERMALINK, has("linked"));
        return markup.render(body, path -> Optional.ofNullable(PAGES.get(path)));
    }

    private MarkdownConfig dialect() {
        return new MarkdownConfig(
                has("smart"),
                has("deflist"),
                has("alerts"),
                has("emoji"),
                has("bottom"),
                false,
                has("linkify"),
                new ExternalLinks(has("class") ? "out" : "", has("blank"), has("nofollow"), has("noreferrer"), true),
                new MarkdownConfig.Templates(
                        has("jekyll") ? Generator.JEKYLL : Generator.ZOLA, "https://example.org", "T"));
    }

    private boolean has(String name) {
        return names.contains(name);
    }
}
