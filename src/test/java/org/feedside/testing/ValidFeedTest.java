package org.feedside.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Tests the feed validator with feeds that are invalid in one place each. */
class ValidFeedTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
            <title>Site</title>
            <id>https://example.org/atom.xml</id>
            <link rel="self" type="application/atom+xml" href="https://example.org/atom.xml"/>
            <link rel="alternate" type="text/html" href="https://example.org/"/>
            <updated>2025-01-03T00:00:00Z</updated>
            <entry>
            <title>Other</title><author><name>Bob</name></author><link href="https://example.org/a/"/>
            <id>https://example.org/a/</id><updated>2025-01-02T00:00:00Z</updated><summary>Short</summary>
            </entry>
            <entry>
            <title>Hello</title>
            <author><name>Ann</name></author>
            <link href="https://example.org/b/"/>
            <category term="x"/>
            <id>https://example.org/b/</id>
            <published>2025-01-01T00:00:00+01:00</published>
            <updated>2025-01-01T00:00:00+01:00</updated>
            <content type="html">&lt;p>Text&lt;/p></content>
            </entry></feed>
            """;
    private static final String RSS = """
            <rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0"><channel>
            <title>Site</title>
            <link>https://example.org/</link>
            <description>About</description>
            <language>en</language>
            <atom:link rel="self" type="application/rss+xml" href="https://example.org/rss.xml"/>
            <lastBuildDate>Wed, 01 Jan 2025 00:00:00 +0000</lastBuildDate>
            <item><title>Other</title><link>https://example.org/a/</link><guid>https://example.org/a/</guid></item>
            <item>
            <title>Hello</title>
            <link>https://example.org/b/</link>
            <category>x</category>
            <guid>https://example.org/b/</guid>
            <author>ann@example.org (Ann)</author>
            <description>Short</description>
            <content:encoded>&lt;p>Text&lt;/p></content:encoded>
            <pubDate>Wed, 01 Jan 2025 00:00:00 +0100</pubDate>
            </item></channel></rss>
            """;

    private static final String JSON = """
            {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Site",
            "feed_url": "https://example.org/feed.json",
            "items": [{
            "id": "https://example.org/a/",
            "url": "https://example.org/a/",
            "content_html": "<p>Text</p>",
            "date_published": "2025-01-01T00:00:00+01:00"
            }, {
            "id": "https://example.org/b/",
            "content_text": "Other"
            }]
            }
            """;

    private static final String OPML = """
            <opml version="2.0">
            <head><title>Feeds</title><dateModified>Wed, 01 Jan 2025 00:00:00 +0000</dateModified></head>
            <body>
            <outline text="Site" title="Site" type="rss" xmlUrl="https://example.org/atom.xml" language="en"/>
            <outline text="tags">
            <outline text="x" title="x" type="rss" xmlUrl="https://example.org/x.xml" htmlUrl="https://example.org/x/"/>
            </outline>
            </body></opml>
            """;

    @ParameterizedTest
    @RowSource("valid-feeds")
    void a_broken_feed_has_one_problem(Rows.Row row) {
        var valid = switch (row.text(0)) {
            case "atom" -> ATOM;
            case "rss" -> RSS;
            case "opml" -> OPML;
            default -> JSON;
        };
        assertThat(valid).contains(row.text(1));

        var feed = valid.replace(row.optional(1).orElse("\0"), row.text(2));

        assertThat(String.join("; ", ValidFeed.problems(feed.getBytes(StandardCharsets.UTF_8), NOW)))
                .isEqualTo(row.text(3));
    }

    @Test
    void other_documents_are_not_feeds() {
        assertThat(ValidFeed.problems("<html/>".getBytes(StandardCharsets.UTF_8), NOW))
                .containsExactly("html is neither feed, rss nor opml");
    }
}
