package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.feedside.publishing.Bytes;
import org.feedside.readers.ReadFeed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A character that XML forbids, in every place of a site from which text gets into feeds: all posts are published. */
class ForbiddenCharactersTest extends CommandRun {
    /** Each line: slugify for all paths, the file's name, keys of its front matter; {@code U} is the character. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on   | post.md            | path = 'aUb'",
                "on   | post.md            | slug = 'aUb'",
                "on   | aUb.md             | ",
                "on   | aUb/post.md        | ",
                "on   | bUc/index.md       | ",
                "on   | post.md            | aliases = ['aUb']",
                "on   | post.md            | authors = ['aUb']",
                "on   | post.md            | taxonomies.tags = ['aUb']",
                "on   | post.md            | extra.enclosure = 'https://example.org/aUb.mp3'",
                "safe | post.md            | slug = 'aUb'",
                "safe | aUb/post.md        | ",
                "off  | post.md            | slug = 'aUb'",
                "off  | aUb.md             | ",
                "off  | aUb/post.md        | ",
                "off  | bUc/index.md       | ",
                "off  | post.md            | taxonomies.tags = ['aUb', 'Uc']",
                "off  | post.md            | title = 'aUb'",
            })
    void all_posts_are_published(String slugify, String file, String keys) throws IOException {
        for (var character : new String[] {"\u0001", "\u001F", "\u007F", "\u0085", "\uFFFE"}) {
            var folder = "site%d/".formatted((int) character.charAt(0));
            write(folder + "zola.toml", """
                    base_url = "https://example.org"
                    title = "T"
                    taxonomies = [{ name = "tags" }]
                    slugify = { paths = "%1$s", taxonomies = "%1$s" }
                    """.formatted(slugify));
            write(folder + "content/aUb/_index.md".replace("U", character), "+++\ngenerate_feeds = true\n+++\n");
            write(folder + "content/one.md", "+++\ntitle = \"One\"\ndate = 2025-01-01\n+++\nText.\n");
            var escaped = "\\u%04X".formatted((int) character.charAt(0));
            var matter = keys == null ? "" : keys.replace("'", "\"").replace("U", escaped);
            write(
                    folder + "content/" + file.replace("U", character),
                    "+++\ndate = 2025-01-02\n%s\n+++\nText.\n".formatted(matter));

            // The address of a file is an error, so this post stays out.
            var refused = keys != null && keys.contains("mp3");
            feedside("build", site.resolve(folder).toString());

            assertThat(err.toString()).doesNotContain("internal error", "Exception");
            var feed = Files.readAllBytes(site.resolve(folder + "feeds/atom.xml"));
            assertThat(ReadFeed.parse(Bytes.of(feed)).items()).hasSizeGreaterThanOrEqualTo(refused ? 1 : 2);
            assertThat(ReadFeed.parse(Bytes.of(Files.readAllBytes(site.resolve(folder + "feeds/rss.xml"))))
                            .items())
                    .isNotEmpty();
        }
    }
}
