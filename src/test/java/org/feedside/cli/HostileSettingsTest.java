package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.feedside.base.disk.SystemDisk;
import org.feedside.base.toml.TomlText;
import org.feedside.config.SettingKeys;
import org.feedside.config.SiteFolder;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.RenderWatch;
import org.feedside.refreshing.ServiceOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Each setting with values that no path, address, pattern, time or number can have: a diagnostic, or a start. */
class HostileSettingsTest extends CommandRun {
    private static final String SITE = "base_url = \"https://example.org\"\ntitle = \"T\"\n";
    private static final String POST =
            "+++\ntitle = \"Hello\"\ndate = 2025-01-01\ntaxonomies.tags = [\"a\"]\n+++\nText\n";

    private static final List<String> ZOLAS_KEYS = List.of("""
            base_url title description author default_language theme taxonomy_root ignored_content feed_limit feed_filename
            feed_filenames generate_feeds taxonomies slugify.paths slugify.anchors markdown.external_links_class
            languages.fr.title languages.fr.feed_filenames languages.fr.taxonomies""".split("\\s+", -1));

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            ".",
            "..",
            "/",
            "//",
            "\\",
            "../..",
            "/etc/passwd",
            "C:\\x",
            "\0",
            "a\0b",
            "a\u0001b",
            "\u007F",
            "\u0085",
            "\u2028",
            "a\nb",
            "\uFFFF",
            "\u202Etxt",
            "%",
            "%zz",
            "*",
            "**/**",
            "[z-a]",
            "{".repeat(5_000),
            "a-".repeat(20_000) + "a",
            "a".repeat(300),
            "x/".repeat(3_000),
            "http://",
            "https://[::1",
            "https://[::1]:99999/",
            "https://example.org:99999",
            "https://a b/",
            "http://\uD83D\uDE00.example/",
            "javascript:alert(1)",
            "-1s",
            "1",
            "999999999d",
            "99999999999999d",
            "0s",
            "+18:01",
            "Europe/Nowhere",
            "posts - ",
            " + ",
            ":",
            ":year[",
            "/:sections[9:]/",
            "/:nothing/",
            "1.2.3.4/99",
            "::/129",
            "999.1.1.1",
            "atom.xml",
            "index.html",
            ".feedside",
            "con",
            "a?b#c",
            "<&>\"'");

    private static final List<String> LITERALS = List.of(
            "true",
            "-1",
            "0",
            "65536",
            "9223372036854775807",
            "1e400",
            "nan",
            "2025-01-01",
            "[]",
            "{}",
            "[[]]",
            "[1, \"a\"]");

    @Test
    void no_value_of_a_setting_is_an_exception() throws IOException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < Integer.getInteger("settings", 150); i++) {
            var line = line(random);
            write("zola.toml", line.isOfZola ? line.text(SITE) : SITE);
            write("feedside.toml", line.isOfZola ? "" : line.text(""));
            write("content/hello.md", POST);
            var what = "seed " + seed + ", " + shortened(line.setting);
            var code = i % 3 == 0
                    ? feedsideWithoutException(
                            "build", what, "--feeds", site.resolve("feeds-" + i).toString())
                    : feedsideWithoutException("check", what);
            assertThat(code).isBetween(0, 2);
            if (code == 2) {
                assertThat(err.toString() + out)
                        .as("seed %d: %s", seed, shortened(line.setting))
                        .containsPattern("\\.toml:\\d+:\\d+: error: |content:1:1: error: ");
            } else if (i % 5 == 1) {
                starts(what);
            }
        }
    }

    private void starts(String what) throws IOException {
        var folder = new SiteFolder(site, Optional.empty(), Optional.empty());
        var settings = folder.readService(new SystemDisk()).value().orElseThrow();
        var options = new ServiceOptions(
                new SystemDisk(),
                Clock.systemUTC(),
                folder,
                site.resolve("feeds"),
                new BuildOptions(false, ZoneOffset.UTC),
                settings.withHostAndPort("127.0.0.1", 0),
                true,
                false,
                Progress.NONE,
                RenderWatch.NONE);
        try (var service = new Service(options)) {
            assertThatNoException().as(what).isThrownBy(service::start);
        }
    }

    private record Line(boolean isOfZola, String setting) {
        /** A key of the file's first lines is replaced, because a key that is there twice is only a syntax error. */
        String text(String before) {
            var key = setting.substring(0, setting.indexOf(' ') + 1);
            var others = before.lines().filter(line -> !line.startsWith(key)).toList();
            return setting + "\n" + String.join("\n", others) + "\n";
        }
    }

    private static Line line(Random random) {
        var keys = new ArrayList<String>();
        ZOLAS_KEYS.forEach(key -> keys.add("zola " + key));
        SettingKeys.byTable().forEach((table, names) -> names.forEach(name -> keys.add("ours " + table + name)));
        Map.of("http.moved.", "x", "shortcodes.", "x", "feeds.", "x.title", "http.rhythm.", "most")
                .forEach((table, name) -> keys.add("ours " + table + name));
        var key = keys.get(random.nextInt(keys.size())).split(" ", 2);
        var name = key[1];
        var text = TomlText.quoted(TEXTS.get(random.nextInt(TEXTS.size())));
        if (random.nextInt(6) == 0 && name.contains(".")) {
            name = name.replaceFirst("\\.\\w+", java.util.regex.Matcher.quoteReplacement("." + text));
        }
        var literal = LITERALS.get(random.nextInt(LITERALS.size()));
        var value = switch (random.nextInt(5)) {
            case 0 -> literal;
            case 1 -> "[" + text + ", " + text + "]";
            case 2 -> name.equals("taxonomies") ? "[{ name = " + text + " }]" : text;
            default -> text;
        };
        return new Line(key[0].equals("zola"), name + " = " + value);
    }

    private static String shortened(String text) {
        return text.length() < 300 ? text : text.substring(0, 300) + "…";
    }

    private int feedsideWithoutException(String command, String what, String... arguments) {
        var thrown = new AtomicReference<Exception>();
        var line = new CommandLine(new Feedside()).setExecutionExceptionHandler((e, c, result) -> {
            thrown.set(e);
            return 99;
        });
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of(command, site.toString()));
        all.addAll(List.of(arguments));
        var code =
                line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(all.toArray(new String[0]));
        if (thrown.get() != null) {
            var trace = new StringWriter();
            thrown.get().printStackTrace(new PrintWriter(trace));
            fail("%s: %s", what, trace);
        }
        return code;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "zola.toml, feed_filenames, ['a\\u0000.xml']",
                "zola.toml, theme, 'a\\u0000'",
                "zola.toml, taxonomy_root, 'a\\u0000'",
                "zola.toml, ignored_content, ['\\u0001*']",
                "feedside.toml, pages, 'a\\u0000'",
                "feedside.toml, host, '\\u0000'",
                "feedside.toml, icon, '/\\u001B.png'",
                "feedside.toml, feeds.x.title, 'a\\u0007'",
            })
    void a_control_character_is_an_error_at_its_line(String file, String key, String value) throws IOException {
        write("zola.toml", SITE);
        write("content/hello.md", POST);
        write("feedside.toml", "");
        write(
                file,
                (file.startsWith("zola") ? SITE : "limit = 5\nfuture = true\n") + key + " = "
                        + value.replace('\'', '"'));

        for (var command : List.of("check", "build", "serve")) {
            assertThat(feedsideWithoutException(command, key)).isEqualTo(2);
            assertThat(err.toString() + out)
                    .containsPattern("/" + file + ":3:\\d+: error: .*with the character U\\+00")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void a_folder_of_posts_with_a_nul_is_an_error_at_its_line() throws IOException {
        write("feedside.toml", "[site]\n" + SITE + "content = \"a\\u0000b\"\n");

        assertThat(feedsideWithoutException("build", "content")).isEqualTo(2);
        assertThat(err.toString()).contains("/feedside.toml:4:1: error: `content` must be a string, not a text with");
    }

    @Test
    void a_path_that_is_moved_twice_is_an_error() throws IOException {
        write("zola.toml", SITE);
        write("content/hello.md", POST);
        write("feedside.toml", "[http.moved]\n\"a.xml\" = \"atom.xml\"\n\"/a.xml\" = \"atom.xml\"\n");

        assertThat(feedsideWithoutException("build", "moved")).isEqualTo(2);
        assertThat(err.toString()).contains("feedside.toml:1:").contains("a.xml moved twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "2147483647", "99999999999", "x", ""})
    void a_port_that_cannot_exist_is_a_usage_error(String port) throws IOException {
        write("zola.toml", SITE);
        write("content/hello.md", POST);

        assertThat(feedsideWithoutException("serve", "port", "--port", port)).isEqualTo(2);
        assertThat(err.toString()).contains("--port").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b"})
    void an_argument_with_a_nul_is_a_usage_error(String text) throws IOException {
        write("zola.toml", SITE);
        write("content/hello.md", POST);

        for (var arguments : List.of(
                List.of("snippet", text),
                List.of("check", text),
                List.of("check", site.toString(), "--config", text),
                List.of("check", site.toString(), "--base-url", text),
                List.of("build", site.toString(), "--feeds", text),
                List.of("import", text, site.toString()),
                List.of("init", text),
                List.of("doctor", text),
                List.of("completion", text))) {
            var code = new CommandLine(new Feedside())
                    .setExecutionExceptionHandler((e, c, result) -> 99)
                    .setErr(new PrintWriter(err))
                    .execute(arguments.toArray(new String[0]));
            assertThat(code).as(arguments.toString()).isEqualTo(2);
        }
    }

    @Test
    void init_reads_the_settings_of_other_generators_without_an_exception() throws IOException {
        for (var text : List.of(
                "} {", "{\"a\"}", "\0", "baseURL = \"\\u0000\"", "url: \"\\0\"", "{", "setInputDirectory('a\0b')")) {
            for (var file :
                    List.of("hugo.toml", "hugo.yaml", "hugo.json", "_config.yml", ".eleventy.js", "_data/site.js")) {
                write("s/" + file, text);
                write("s/package.json", "{\"devDependencies\": {\"@11ty/eleventy\": \"3\"}}");
                assertThat(new CommandLine(new Feedside())
                                .setOut(new PrintWriter(out))
                                .setExecutionExceptionHandler((e, c, result) -> fail(file + " " + text, e))
                                .execute("init", site.resolve("s").toString()))
                        .isZero();
                java.nio.file.Files.delete(site.resolve("s/" + file));
                java.nio.file.Files.delete(site.resolve("s/feedside.toml"));
            }
        }
    }
}
