package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The commands on real folders. */
class CommandsTest extends CommandRun {
    private static final String POST =
            "+++\ntitle = \"Hello\"\ndate = 2025-01-01\ntaxonomies.tags = [\"a\"]\n+++\nText\n";

    private void writeSite() throws IOException {
        write("zola.toml", "base_url = \"https://example.org\"\ntitle = \"T\"\ntaxonomies = [{ name = \"tags\" }]\n");
        write("content/hello.md", POST);
    }

    @Test
    void build_writes_the_feeds_and_prints_a_summary() throws IOException {
        writeSite();

        var code = feedside("build", site.toString());

        assertThat(code).isZero();
        assertThat(out).hasToString("1 post in 7 documents: 7 changed, all in %s/feeds\n".formatted(site));
        assertThat(err.toString()).isEmpty();
        assertThat(site.resolve("feeds/tags/a/rss.xml")).isRegularFile();
    }

    @Test
    void build_again_changes_nothing() throws IOException {
        writeSite();
        feedside("build", site.toString());
        var before = Files.getLastModifiedTime(site.resolve("feeds/atom.xml"));

        feedside("build", site.toString());

        assertThat(out.toString()).endsWith("1 post in 7 documents: 0 changed, all in %s/feeds\n".formatted(site));
        assertThat(Files.getLastModifiedTime(site.resolve("feeds/atom.xml"))).isEqualTo(before);
    }

    @Test
    void two_builds_of_two_edits_have_different_times() throws IOException {
        writeSite();
        feedside("build", site.toString());
        write("content/hello.md", POST + "More\n");
        feedside("build", site.toString());
        var first = Files.getLastModifiedTime(site.resolve("feeds/atom.xml"));

        write("content/hello.md", POST + "Still more\n");
        feedside("build", site.toString());

        assertThat(Files.getLastModifiedTime(site.resolve("feeds/atom.xml"))).isGreaterThan(first);
    }

    @Test
    void a_broken_post_is_reported_and_the_rest_is_built() throws IOException {
        writeSite();
        write("content/broken.md", "+++\ntitle = \"x\"\ndate = 2025-02-30\n+++\n");
        write("content/type.md", "+++\ntitle = 7\ndate = \"soon\"\n+++\n");

        var code = feedside("build", site.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith(site + "/content/") && line.contains(": error: "));
        assertThat(Files.readString(site.resolve("feeds/atom.xml"))).contains("Hello");
    }

    @Test
    void check_prints_every_problem_and_writes_nothing() throws IOException {
        writeSite();
        write("content/type.md", "+++\ntitle = 7\ndate = \"soon\"\n+++\n");
        write("content/later.md", "+++\ntitle = \"x\"\ndate = 2999-01-01T00:00:00Z\n+++\n");

        var code = feedside("check", site.toString());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        site + "/content/type.md:2:1: error: `title` must be a string, not a number",
                        site
                                + "/content/type.md:3:1: error: `date` is not a date: soon; write one that exists, such as 2025-01-15 or 2025-01-15T09:30:00+01:00",
                        site + "/content/later.md is scheduled for 2999-01-01T00:00:00Z",
                        "1 post, 2 feeds, 2 problems");
        assertThat(site.resolve("feeds")).doesNotExist();
    }

    @Test
    void check_advises_a_limit_for_a_feed_that_readers_would_cut() throws IOException {
        writeSite();
        for (int i = 0; i < 300; i++) {
            write("content/post-%d.md".formatted(i), "+++\ntitle = \"P\"\ndate = 2025-01-01\n+++\n");
        }

        var code = feedside("check", site.toString());

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains(
                        ": advice: atom.xml has 301 entries, and some readers stop after 300: set `limit` in feedside.toml");
    }

    @Test
    void the_limit_of_feedside_toml_overrides_zolas() throws IOException {
        writeSite();
        write("zola.toml", "base_url = \"https://example.org\"\ntitle = \"T\"\nfeed_limit = 0\n");
        write("content/newer.md", "+++\ntitle = \"Newer\"\ndate = 2025-01-02\n+++\n");
        write("feedside.toml", "limit = 1\n");

        feedside("build", site.toString());

        assertThat(Files.readString(site.resolve("feeds/atom.xml")))
                .contains("Newer")
                .doesNotContain("Hello");
    }

    @Test
    void all_errors_of_the_configuration_are_printed_at_once() throws IOException {
        write("zola.toml", "base_url = \"/blog\"\ntaxonomies = [{ nam = \"tags\" }]\n");
        write("feedside.toml", "prot = 80\nsettle = \"soon\"\n");

        var code = feedside("build", site.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(5)
                .anyMatch(line -> line.contains("zola.toml:1:1: error: `/blog` is not an absolute URL"))
                .anyMatch(line -> line.contains("a taxonomy needs a name"))
                .anyMatch(line -> line.contains("feedside.toml:1:1: error: unknown key `prot`; did you mean `port`?"))
                .anyMatch(line -> line.contains("feedside.toml:2:1: error: `settle` must be a duration"))
                .anyMatch(line -> line.contains("content:1:1: error: there is no folder of posts here"));
    }

    @Test
    void the_base_url_of_the_command_line_overrides_an_invalid_one() throws IOException {
        writeSite();
        write("zola.toml", "base_url = \"/\"\ntitle = \"T\"\n");

        var code = feedside("build", site.toString(), "--base-url", "https://example.net/x");

        assertThat(code).isZero();
        assertThat(Files.readString(site.resolve("feeds/atom.xml"))).contains("<id>https://example.net/x/hello/</id>");
    }

    @Test
    void the_error_for_a_folder_without_a_site_says_what_to_do() {
        var code = feedside("build", site.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("there is no configuration here").doesNotContain("Exception");
        assertThat(site).isEmptyDirectory();
    }

    @Test
    void a_folder_with_feeds_of_another_site_is_rejected_even_with_accept_new_ids() throws IOException {
        writeSite();
        feedside("build", site.toString());
        write("other/zola.toml", "base_url = \"https://example.net\"\n");
        write("other/content/else.md", POST);
        var other = site.resolve("other").toString();

        var code = feedside("build", other, "--feeds", site.resolve("feeds").toString(), "--accept-new-ids");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .contains("published for https://example.org")
                .contains("use another folder with --feeds");
    }

    @Test
    void drafts_need_their_own_feeds_folder() throws IOException {
        writeSite();
        write("content/draft.md", "+++\ntitle = \"Secret\"\ndate = 2025-01-01\ndraft = true\n+++\n");
        feedside("build", site.toString());

        assertThat(feedside("build", site.toString(), "--drafts")).isEqualTo(2);
        assertThat(Files.readString(site.resolve("feeds/atom.xml"))).doesNotContain("Secret");

        var elsewhere = site.resolve("private");
        assertThat(feedside("build", site.toString(), "--drafts", "--feeds", elsewhere.toString()))
                .isZero();
        assertThat(Files.readString(elsewhere.resolve("atom.xml"))).contains("Secret");
    }

    @Test
    void serve_prints_all_its_problems_at_once() throws IOException {
        write("zola.toml", "title = \"T\"\n");
        write("feedside.toml", "future = \"yes\"\n");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var code = feedside("serve", site.toString(), "--port", String.valueOf(taken.getLocalPort()));

            assertThat(code).isEqualTo(2);
            assertThat(err.toString())
                    .contains("`base_url` is missing")
                    .contains("`future` must be true or false")
                    .contains("there is no folder of posts here")
                    .contains("port " + taken.getLocalPort())
                    .doesNotContain("Exception");
        }
    }

    @Test
    void moves_in_a_circle_are_reported_before_anything_starts() throws IOException {
        writeSite();
        write("feedside.toml", "http.moved = { \"a/\" = \"a/b/\" }\n");

        assertThat(feedside("serve", site.toString(), "--port", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("is part of a redirect loop").doesNotContain("Exception");
    }

    @Test
    void help_describes_commands_options_and_exit_codes() {
        assertThat(feedside("--help")).isZero();
        assertThat(out.toString())
                .contains("feedside check", "feedside build", "feedside serve", "feedside import", "Exit codes");

        assertThat(feedside("import", "--help")).isZero();
        assertThat(out.toString()).contains("feedside import old.xml my-site", "feedside-ids.toml", "OLD-FEED");

        assertThat(feedside("serve", "--help")).isZero();
        assertThat(out.toString()).contains("--base-url", "--port", "--feeds");
    }

    @Test
    void a_misspelt_option_is_one_line_with_the_right_one() {
        assertThat(feedside("build", "--drafst")).isEqualTo(2);

        assertThat(err.toString())
                .isEqualTo("error: Unknown option: '--drafst'; did you mean --drafts?; see `feedside build --help`\n");
    }

    @Test
    void a_folder_that_does_not_exist_is_the_problem() {
        assertThat(feedside("check", site + "/none")).isEqualTo(2);

        assertThat(out.toString()).startsWith(site + "/none:1:1: error: there is no such folder");
    }

    @Test
    void a_taxonomy_that_is_not_configured_is_reported_at_its_line() throws IOException {
        writeSite();
        write(
                "content/other.md",
                "+++\ntitle = \"O\"\ndate = 2025-01-01\n[taxonomies]\ntags = []\ntopics = [\"x\"]\n+++\n");

        assertThat(feedside("check", site.toString())).isZero();

        assertThat(out.toString()).contains("content/other.md:6:1: warning: the taxonomy `topics` is not in");
    }
}
