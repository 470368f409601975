package org.feedside.tools.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.SettingKeys;
import org.feedside.config.SiteFolder;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schema of the settings knows every setting, and an editor that uses it reports nothing that Feedside accepts. <p>After
 * a change of the settings, {@code -Dgolden=write} rewrites it.
 */
class SettingsSchemaTest {
    /** Values whose type decides, so that the schema must reject what the readers reject. */
    private static final List<String> OF_TYPES = List.of("true", "1.5", "[1]", "{ a = 1 }", "-1", "99999999999");

    private static final List<String> VALUES = List.of("""
            0 1 4 443 65535 65536 1000000 1000001 2147483647 2147483648 "" "x" "1s" "0s" "5_min" "1_week" "36501d" "feed" "page"
            "hugo" "zola" "lower" "X-Forwarded-For" "forwarded" "127.0.0.1" "/a.xml" "a/" "https://example.org" "Europe/Paris" "date"
            2025-01-01 [] ["a.xml"] ["*"] [{}] [{path="a"}] {} {x="y"} {"a/"="b/"} {title="A",rule="a"}""".split("\\s+", -1));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void it_is_what_the_settings_make_it() throws IOException {
        var schema = SettingsSchema.generated(folder);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(SettingsSchema.FILE, schema);
        }

        assertThat(SettingsSchema.FILE).content().isEqualToNormalizingNewlines(schema);
    }

    @Test
    void it_has_every_key_of_every_table() throws IOException {
        var schema = JsonMapper.shared().readTree(Files.readString(SettingsSchema.FILE));

        SettingKeys.byTable().forEach((table, keys) -> {
            var name = table.replaceFirst("\\.$", "").replace("." + SettingsSchema.NAME, "/additionalProperties");
            var properties = schema.at((name.isEmpty() ? "" : "/properties/" + name) + "/properties");
            assertThat(properties.propertyNames()).as(table).containsExactlyInAnyOrderElementsOf(keys);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zola", "Hugo"})
    void it_accepts_what_init_writes_with_every_setting(String generator) throws IOException {
        var text = SettingsFile.text(new SiteFindings(Optional.of(generator), Map.of(), List.of()));
        var uncommented = text.replaceAll("(?m)^#(?=\\S)", "");

        assertThat(SettingsSchema.problems(text)).isEmpty();
        assertThat(uncommented).contains("\nport = 8080\n", "\n[feeds.essays]\n");
        assertThat(SettingsSchema.problems(uncommented)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/docs/other-generators.md", "src/docs/pages.md"})
    void it_accepts_the_settings_of_the_documentation(String document) throws IOException {
        var block = Pattern.compile("^```toml\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(Path.of(document)));

        assertThat(block.find()).isTrue();
        assertThat(SettingsSchema.problems(block.group(1))).isEmpty();
    }

    @ParameterizedTest
    @RowSource("settings")
    void it_accepts_a_setting(Rows.Row row) throws IOException {
        assertThat(SettingsSchema.problems(row.text(0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hots = "a"                           | additionalProperties
            http.maxage = "1h"                   | /http additionalProperties
            operator.prot = 1                    | /operator additionalProperties
            feeds.a = { title = "A", rules = 1 } | /feeds/a required, /feeds/a additionalProperties
            site.title = "A"\\nsite.url = "/"     | /site additionalProperties
            site.author = "A"                    | /site required
            port = "80"                          | /port type
            port = 65536                         | /port maximum
            limit = 0                            | /limit minimum
            http.burst = -1                      | /http/burst minimum
            future = "yes"                       | /future type
            shortcodes.a = 1                     | /shortcodes/a type
            http.moved = { "a" = 1 }             | /http/moved/a type
            http.retired = "a"                   | /http/retired type
            http.trusted_proxies = [1]           | /http/trusted_proxies/0 type
            site.title = "A"\\nsite.markdown.linkify = 1 | /site/markdown/linkify type
            settle = "1 second"                  | /settle pattern
            http.rhythm.least = 15               | /http/rhythm/least type
            http.rhythm.fewest = "5h"            | /http/rhythm additionalProperties
            browsers = "html"                    | /browsers enum
            entries = "short"                    | /entries enum
            picture = "last"                     | /picture enum
            http.proxy_field = "X-Real-IP"       | /http/proxy_field enum
            site.title = "A"\\nsite.slugs = "on"  | /site/slugs enum
            site.title = "A"\\nsite.generator = "zola" | /site/generator enum
            """)
    void it_rejects_a_wrong_setting(String toml, String problems) throws IOException {
        assertThat(SettingsSchema.problems(toml.replace("\\n", "\n")))
                .containsExactlyInAnyOrder(problems.split(", ", -1));
    }

    @Test
    void it_rejects_only_what_the_readers_reject() throws IOException {
        var schema = JsonMapper.shared().readTree(Files.readString(SettingsSchema.FILE));
        var keys = keys("", schema);
        var rejected = 0;

        assertThat(keys).hasSizeGreaterThan(80);
        for (var key : keys) {
            for (var value : OF_TYPES) {
                var text = SettingsSchema.with(key, value);
                assertThat(SettingsSchema.problems(text).isEmpty()).as(text).isEqualTo(isAccepted(text));
            }
            for (var value : VALUES) {
                var text = SettingsSchema.with(key, value.replace('_', ' '));
                if (!SettingsSchema.problems(text).isEmpty()) {
                    rejected++;
                    assertThat(isAccepted(text)).as(text).isFalse();
                }
            }
        }
        assertThat(rejected).isGreaterThan(1_000);
    }

    /** All keys of a table and of the tables in it, and a key that is unknown or has any name. */
    private static List<String> keys(String prefix, JsonNode table) {
        var keys = new ArrayList<String>();
        for (var property : table.path("properties").properties()) {
            keys.add(prefix + property.getKey());
            keys.addAll(keys(prefix + property.getKey() + ".", property.getValue()));
        }
        if (table.path("type").asString("").equals("object")) {
            keys.add(prefix + SettingsSchema.NAME);
            keys.addAll(keys(prefix + SettingsSchema.NAME + ".", table.path("additionalProperties")));
        }
        return keys;
    }

    private boolean isAccepted(String settings) {
        return new SiteFolder(folder, Optional.empty(), Optional.empty(), Optional.of(settings))
                .read(new SystemDisk())
                .value()
                .isPresent();
    }
}
