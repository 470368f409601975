package org.feedside.tools.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.feedside.config.ServiceConfig;
import org.feedside.config.ServiceConfigReader;
import org.feedside.config.SettingKeys;
import org.feedside.config.SiteConfig;
import org.feedside.testing.TestSite;
import org.junit.jupiter.api.Test;

/** The file that `init` writes is correct: it has every key, and the defaults are the real ones. */
class SettingsFileTest {
    private static final SiteFindings ZOLA = new SiteFindings(Optional.of(SiteFindings.ZOLA), Map.of(), List.of());
    private static final SiteFindings UNKNOWN = new SiteFindings(Optional.empty(), Map.of(), List.of());
    private static final Pattern KEY = Pattern.compile("#?(\\w+) = .*");
    private static final String EXAMPLE = " # example";

    @Test
    void it_has_every_key_of_every_table() {
        var keys = keys(SettingsFile.text(UNKNOWN));

        SettingKeys.byTable()
                .forEach((table, known) ->
                        assertThat(keys.get(table)).as(table).containsExactlyInAnyOrderElementsOf(known));
    }

    @Test
    void a_zola_site_has_no_table_that_names_it() {
        var keys = keys(SettingsFile.text(ZOLA));

        SettingKeys.byTable().forEach((table, known) -> {
            if (table.startsWith("site.")) {
                assertThat(keys).doesNotContainKey(table);
            } else {
                var others = known.stream().filter(key -> !key.equals("site")).toList();
                assertThat(keys.get(table)).as(table).containsExactlyInAnyOrderElementsOf(others);
            }
        });
    }

    @Test
    void as_it_is_written_it_changes_nothing() {
        assertThat(service(SettingsFile.text(ZOLA))).isEqualTo(ServiceConfig.DEFAULT);
    }

    @Test
    void what_it_calls_a_default_is_one() {
        var lines = SettingsFile.text(ZOLA)
                .lines()
                .map(line -> isKey(line) && !line.endsWith(EXAMPLE) ? line.substring(1) : line)
                .toList();

        assertThat(lines)
                .filteredOn(line -> isKey(line))
                .allMatch(line -> line.startsWith("#") == line.endsWith(EXAMPLE));
        assertThat(service(String.join("\n", lines))).isEqualTo(ServiceConfig.DEFAULT);
    }

    @Test
    void every_example_is_understood_and_no_default() {
        var lines = SettingsFile.text(ZOLA).lines().toList();
        var examples = lines.stream().filter(line -> line.endsWith(EXAMPLE)).toList();

        assertThat(examples).hasSizeGreaterThan(8);
        for (var example : examples) {
            var isOfFeed = lines.indexOf(example) > lines.indexOf("#[feeds.essays]");
            // A named feed consists of its own keys.
            var text = lines.stream()
                    .map(line -> line.equals(example)
                                    // A selector needs the pages.
                                    || (example.startsWith("#content_selector") && line.startsWith("#built ="))
                                    || (isOfFeed && lines.indexOf(line) >= lines.indexOf("#[feeds.essays]"))
                            ? line.substring(line.startsWith("#") ? 1 : 0)
                            : line)
                    .collect(Collectors.joining("\n"));
            assertThat(service(text)).as(example).isNotEqualTo(ServiceConfig.DEFAULT);
        }
    }

    @Test
    void the_defaults_of_another_generators_site_are_defaults() {
        var named = SettingsFile.text(UNKNOWN)
                .replace("base_url = \"\"", "base_url = \"https://example.org\"")
                .replace("title = \"\"", "title = \"Site\"");
        var uncommented = named.lines()
                .map(line -> isKey(line) && line.startsWith("#") && !line.endsWith(EXAMPLE) ? line.substring(1) : line)
                .collect(Collectors.joining("\n"));

        assertThat(uncommented).contains("\nlanguage = \"en\"\n");
        assertSameSite(uncommented, named);
        assertSameSite(named, "[site]\nbase_url = \"https://example.org\"\ntitle = \"Site\"\n");
    }

    @Test
    void the_documentation_names_the_same_keys() throws IOException {
        var settings = Files.readString(Path.of("src/docs/settings.md"))
                + Files.readString(Path.of("src/docs/other-generators.md"));
        var named = settings.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell ->
                        Pattern.compile("`\\[?([\\w.]+)]?`").matcher(cell).results())
                .map(match -> match.group(1)
                        .replaceFirst("^(?:http|site|operator)\\.", "")
                        .replaceFirst("\\.NAME$", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        var known = new TreeSet<String>();
        SettingKeys.byTable().forEach((table, keys) -> {
            // The documentation explains the keys of these tables in separate sections.
            if (!table.startsWith("feeds.") && !table.startsWith("operator.")) {
                known.addAll(keys);
            }
        });
        known.removeAll(List.of("http", "site", "operator"));
        named.removeAll(List.of("http", "site", "operator"));
        assertThat(named).containsAll(known);
    }

    @Test
    void the_six_settings_of_the_readme_are_understood_and_no_defaults() throws IOException {
        var block = Pattern.compile("^```toml\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(block.find()).isTrue();

        var config = service(block.group(1));

        assertThat(config.port()).isNotEqualTo(ServiceConfig.DEFAULT.port());
        assertThat(config.limit()).isNotEqualTo(ServiceConfig.DEFAULT.limit());
        assertThat(config.timezone()).isNotEqualTo(ServiceConfig.DEFAULT.timezone());
        assertThat(config.icon()).isNotEqualTo(ServiceConfig.DEFAULT.icon());
        assertThat(config.feeds()).hasSize(1);
        assertThat(config.http().trustedProxies()).hasSize(1);
    }

    private static void assertSameSite(String settings, String others) {
        assertThat(site(settings))
                .usingRecursiveComparison()
                // Paths on two in-memory disks are never equal.
                .ignoringFields("layout.ignoredFolders")
                .isEqualTo(site(others));
    }

    private static boolean isKey(String line) {
        return KEY.matcher(line).matches();
    }

    /** The keys of each table. The names of tables are keys of the enclosing table. */
    private static Map<String, Set<String>> keys(String text) {
        var keys = new TreeMap<String, Set<String>>();
        var table = "";
        for (var line : text.lines().toList()) {
            Matcher head = Pattern.compile("#?\\[([\\w.]+)]").matcher(line);
            Matcher key = KEY.matcher(line);
            if (head.matches()) {
                var name = head.group(1);
                var dot = name.lastIndexOf('.');
                keys.computeIfAbsent(name.substring(0, dot + 1).replace("feeds.", ""), t -> new TreeSet<>())
                        .add(name.startsWith("feeds.") ? "feeds" : name.substring(dot + 1));
                table = name + ".";
            } else if (key.matches()) {
                keys.computeIfAbsent(table, t -> new TreeSet<>()).add(key.group(1));
            }
        }
        return keys;
    }

    private static ServiceConfig service(String text) {
        var parsed = ServiceConfigReader.read("feedside.toml", text);
        return parsed.value().orElseThrow(() -> new AssertionError(parsed.problems() + "\n" + text));
    }

    private static SiteConfig site(String settings) {
        return TestSite.empty()
                .file("feedside.toml", settings)
                .file("content/a.md", "---\ntitle: A\ndate: 2025-01-01\n---\n")
                .read()
                .site()
                .config();
    }
}
