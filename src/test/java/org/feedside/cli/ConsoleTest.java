package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.feedside.base.diagnostics.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The output of commands on a terminal, in a pipe and as JSON. */
class ConsoleTest extends CommandRun {
    private static final String BOLD = "\u001B[1m";
    private static final String RED = "\u001B[31m";
    private static final String YELLOW = "\u001B[33m";
    private static final String CYAN = "\u001B[36m";
    private static final String GREEN = "\u001B[32m";

    private int feedside(Ansi ansi, String... arguments) {
        var command = Feedside.commandLine().setColorScheme(Help.defaultColorScheme(ansi));
        return feedside(command, arguments);
    }

    private JsonNode json(String... arguments) {
        var code = feedside(Ansi.ON, arguments);
        assertThat(err.toString()).isEmpty();
        var document = JsonMapper.builder().build().readTree(out.toString());
        assertThat(document.path("exit_code").asInt()).isEqualTo(code);
        return document;
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    @BeforeEach
    void write_a_site_with_every_kind_of_problem() throws IOException {
        write("zola.toml", "base_url = \"https://example.org\"\ntitle = \"T\"\n");
        write("feedside.toml", "[feeds.a]\ntitle = \"A\"\nrule = \"posts - nothing\"\n");
        write("content/@|red hello|@.md", "+++\ntitle = 7\ndate = 2025-01-01\n+++\n");
        write("content/later.md", "+++\ntitle = \"x\"\ndate = 2999-01-01T00:00:00Z\n+++\n");
        write("content/good.md", "+++\ntitle = \"x\"\ndate = 2025-01-01\n+++\n");
    }

    @Test
    void a_terminal_gets_colours() {
        feedside(Ansi.ON, "check", site.toString());

        assertThat(out.toString())
                .contains(BOLD + site + "/content/@|red hello|@.md:2:1")
                .contains(RED + "error:")
                .contains(YELLOW + "warning:")
                .contains(BOLD + site + "/content/later.md");
    }

    @Test
    void a_success_is_green() throws IOException {
        Files.delete(site.resolve("content/@|red hello|@.md"));
        write("feedside.toml", "");

        feedside(Ansi.ON, "check", site.toString());
        feedside(Ansi.ON, "build", site.toString());

        assertThat(out.toString())
                .contains(GREEN + "1 post, 1 feed, no problems")
                .contains(GREEN + "1 post in 4 documents");
    }

    @Test
    void advice_is_cyan() throws IOException {
        for (int i = 0; i < 300; i++) {
            write("content/post-%d.md".formatted(i), "+++\ntitle = \"P\"\ndate = 2025-01-01\n+++\n");
        }

        feedside(Ansi.ON, "check", site.toString());

        assertThat(out.toString()).contains(CYAN + "advice:");
    }

    @Test
    void the_text_without_colours_and_source_lines_is_equal_to_the_plain_text() {
        feedside(Ansi.ON, "check", site.toString());
        var coloured = out.toString().replaceAll("(?m)^ {4}.*\n", "");
        out.getBuffer().setLength(0);

        feedside(Ansi.OFF, "check", site.toString());

        assertThat(coloured).isNotEqualTo(out.toString());
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(out.toString());
    }

    @Test
    void a_terminal_gets_the_line_of_a_problem_with_a_mark() throws IOException {
        write("feedside.toml", "limit = 5\nprot = 80 # a\u001B[2J\n");

        feedside(Ansi.ON, "check", site.toString());

        assertThat(out.toString()).contains("\n    prot = 80 # a<U+001B>[2J\n                 ^\n");
    }

    @Test
    void a_pipe_gets_one_line_for_each_problem() {
        feedside(Ansi.OFF, "check", site.toString());

        assertThat(out.toString()).doesNotContain("^").doesNotContain("\n    ");
    }

    @Test
    void every_code_is_in_the_documentation() throws IOException {
        var documented = Files.readString(Path.of("src/docs/operating.md"));

        assertThat(Code.values()).allSatisfy(code -> assertThat(documented).contains("| `" + code + "` |"));
    }

    @Test
    void a_post_that_cannot_be_published_as_it_is_has_the_code_of_the_reason() throws IOException {
        write("content/path.md", "+++\ndate = 2026-01-01\npath = \"a\\u0001b\"\n+++\n");
        var table = "|x".repeat(3_000) + "|\n" + "|-".repeat(3_000) + "|\n" + "|x|\n".repeat(3_000);
        write("content/table.md", "+++\ndate = 2026-01-01\n+++\n" + table);

        var problems = json("check", site.toString(), "--json").path("problems");

        assertThat(problems.findValuesAsString("code")).contains("character", "too-large");
    }

    @Test
    void errors_of_serve_are_coloured_too() throws IOException {
        write("feedside.toml", "prot = 80\n");

        feedside(Ansi.ON, "serve", site.toString());

        assertThat(err.toString())
                .startsWith(BOLD + site + "/feedside.toml:1:1")
                .contains(RED + "error:");
    }

    @Test
    void check_prints_the_same_facts_as_json() {
        var document = json("check", site.toString(), "--json");

        assertThat(names(document))
                .containsExactly(
                        "command",
                        "posts",
                        "feeds",
                        "waiting",
                        "errors",
                        "warnings",
                        "advice",
                        "problems",
                        "exit_code");
        assertThat(document.path("command").asString()).isEqualTo("check");
        assertThat(document.path("posts").asInt()).isEqualTo(1);
        assertThat(document.path("feeds").asInt()).isEqualTo(2);
        assertThat(document.path("errors").asInt()).isEqualTo(1);
        assertThat(document.path("warnings").asInt()).isEqualTo(1);
        assertThat(document.path("waiting").path(0).path("until").asString()).isEqualTo("2999-01-01T00:00:00Z");
        assertThat(document.path("exit_code").asInt()).isEqualTo(1);
        var problem = document.path("problems").path(0);
        assertThat(names(problem)).containsExactly("severity", "code", "file", "line", "column", "message");
        assertThat(problem.path("severity").asString()).isEqualTo("error");
        assertThat(problem.path("code").asString()).isEqualTo("value");
        assertThat(problem.path("file").asString()).endsWith("/content/@|red hello|@.md");
        assertThat(problem.path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("column").asInt()).isEqualTo(1);
        assertThat(problem.path("message").asString()).isEqualTo("`title` must be a string, not a number");
    }

    @Test
    void an_unusable_configuration_is_reported_in_json_too() throws IOException {
        write("feedside.toml", "prot = 80\n");

        for (var command : List.of("check", "build")) {
            out.getBuffer().setLength(0);
            var document = json(command, site.toString(), "--json");
            assertThat(document.path("exit_code").asInt()).isEqualTo(2);
            assertThat(document.path("problems").path(0).path("message").asString())
                    .startsWith("unknown key `prot`");
        }
    }

    @Test
    void build_prints_its_result_as_json() {
        var document = json("build", site.toString(), "--json");

        assertThat(document.path("posts").asInt()).isEqualTo(1);
        assertThat(document.path("documents").asInt()).isEqualTo(7);
        assertThat(document.path("changed").asInt()).isEqualTo(7);
        assertThat(document.path("folder").asString()).isEqualTo(site + "/feeds");
        assertThat(document.path("errors").asInt()).isEqualTo(1);
    }

    @Test
    void a_problem_without_a_place_has_none_in_json() throws IOException {
        feedside(Ansi.OFF, "build", site.toString());
        write("zola.toml", "base_url = \"https://else.example\"\ntitle = \"T\"\n");
        write("other/feeds", "no folder");
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);

        var document = json(
                "build",
                site.toString(),
                "--json",
                "--feeds",
                site.resolve("other/feeds").toString());

        assertThat(names(document.path("problems").path(0))).containsExactly("severity", "code", "message");
    }

    @Test
    void import_prints_its_result_as_json() throws IOException {
        write("old.xml", """
                        <rss version="2.0"><channel><title>T</title><link>https://example.org/</link><description>D</description>
                        <item><title>x</title><guid>https://old.example/good/</guid><link>https://example.org/good/</link></item>
                        <item><title>Lost</title><guid>https://old.example/lost/</guid></item>
                        </channel></rss>
                        """);

        var document = json("import", site.resolve("old.xml").toString(), site.toString(), "--json");

        assertThat(document.path("entries").asInt()).isEqualTo(2);
        assertThat(document.path("found").asInt()).isEqualTo(1);
        assertThat(document.path("added").asInt()).isEqualTo(1);
        assertThat(document.path("file").asString()).isEqualTo(site + "/feedside-ids.toml");
        assertThat(document.path("warnings").asInt()).isEqualTo(1);
        assertThat(document.path("exit_code").asInt()).isEqualTo(1);
    }
}
