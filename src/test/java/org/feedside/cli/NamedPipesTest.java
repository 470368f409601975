package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.feedside.testing.InstalledPrograms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Named pipes in place of files: a read of one waits until another process writes to it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NamedPipesTest extends CommandRun {
    private static final String WHAT =
            "this is a named pipe, a socket or a device, and only regular files are read: replace it with a file";

    @BeforeEach
    void write_a_site() throws IOException {
        assumeTrue(InstalledPrograms.find("mkfifo").isPresent(), "no named pipes here");
        write(
                "zola.toml",
                "base_url = 'https://example.org'\ntitle = 'T'\ngenerate_feeds = true\nfeed_filenames = ['atom.xml', 'news.xml']\n");
        write("templates/news.xml", "<rss></rss>");
        write("content/a.md", "+++\ntitle = 'A'\ndate = 2025-01-01\n[extra]\nenclosure = '/a.mp3'\n+++\n");
        write("content/b.md", "+++\ntitle = 'B'\ndate = 2025-01-02\n+++\n");
        write("public/index.html", "<title>A</title>");
        write("static/a.mp3", "music");
        assertThat(feedside("build", site.toString())).as("%s%s", out, err).isZero();
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    private void pipe(String path) throws IOException, InterruptedException {
        Files.deleteIfExists(site.resolve(path));
        InstalledPrograms.run(site, List.of("mkfifo", path));
    }

    private String said() {
        return out + "\n" + err;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content/a.md",
                "content/_index.md",
                "zola.toml",
                "feedside.toml",
                "feedside-ids.toml",
                "templates/news.xml"
            })
    void a_pipe_in_place_of_an_input_is_reported_and_keeps_what_is_published(String path) throws Exception {
        var before = Files.readString(site.resolve("feeds/atom.xml"));
        pipe(path);

        assertThat(feedside("build", site.toString())).isNotZero();
        assertThat(said()).contains("/" + path + ":1:1: error: " + WHAT);
        assertThat(feedside("check", site.toString())).isNotZero();
        assertThat(Files.readString(site.resolve("feeds/atom.xml"))).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"public/page.html," + WHAT, "static/a.mp3,there is no file `a.mp3`"})
    void a_pipe_in_place_of_a_page_or_an_enclosure_is_a_warning(String path, String message) throws Exception {
        pipe(path);

        assertThat(feedside("check", site.toString(), "--public", site + "/public"))
                .isZero();
        assertThat(said()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"feeds/atom.xml", "feeds/.atom.xml.new", "feeds/.feedside/process", "feeds/.feedside/accept"})
    void a_pipe_in_the_feeds_folder_is_replaced(String path) throws Exception {
        pipe(path);
        write("content/c.md", "+++\ntitle = 'C'\ndate = 2025-01-03\n+++\n");

        assertThat(feedside("build", site.toString())).as("%s%s", out, err).isZero();
        assertThat(Files.readString(site.resolve("feeds/atom.xml"))).contains(">C<");
    }

    @Test
    void a_pipe_in_place_of_the_state_is_reported() throws Exception {
        pipe("feeds/.feedside/state.mv");

        assertThat(feedside("build", site.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(said()).contains("state.mv: " + WHAT);
    }

    @Test
    void a_pipe_in_place_of_a_feed_to_import_is_reported() throws Exception {
        pipe("old.xml");

        assertThat(feedside("import", site + "/old.xml", site.toString())).isNotZero();
        assertThat(said()).contains("old.xml:1:1: error: " + WHAT);
    }
}
