package org.feedside.tools.setup;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.SystemDisk;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.Toml;
import org.feedside.base.toml.Value;
import org.feedside.config.SettingKeys;
import org.feedside.config.SiteFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema of {@code feedside.toml}. Its keys, defaults and explanations are those of the file that {@code init}
 * writes. Its types, words and limits are those that the readers name in their errors.
 */
public final class SettingsSchema {
    static final Path FILE = Path.of("src/main/resources/org/feedside/tools/setup/feedside.schema.json");

    /** The name of the feed in the file that {@code init} writes; no table has a key with this name. */
    static final String NAME = "essays";

    /** The settings that others need. */
    private static final List<String> NEEDED = List.of(
            "built = \"public\"",
            "feeds.essays.title = \"E\"",
            "feeds.essays.rule = \"posts - links\"",
            "site.base_url = \"https://example.org\"",
            "site.title = \"T\"");

    private static final SiteFindings UNKNOWN = new SiteFindings(Optional.empty(), Map.of(), List.of());
    private static final Pattern TABLE = Pattern.compile("#?\\[([\\w.]+)]");
    private static final Pattern KEY = Pattern.compile("(#?)(\\w+) = (.*?)( # example)?");
    private static final Pattern BOUNDS = Pattern.compile("from (\\d+) to (\\d+)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final Path emptyFolder;

    /** What the file says about each table and key. */
    private final Map<String, Map<String, Object>> documented = new LinkedHashMap<>();

    private SettingsSchema(Path emptyFolder) {
        this.emptyFolder = emptyFolder;
        // The first paragraph is about the file itself.
        var paragraphs = List.of(SettingsFile.text(UNKNOWN).split("\n\n+"));
        var table = "";
        for (var paragraph : paragraphs.subList(1, paragraphs.size())) {
            table = document(table, paragraph.lines().toList());
        }
    }

    /** Generates the schema; the readers are asked in an empty folder. */
    static String generated(Path emptyFolder) {
        var all = new LinkedHashMap<String, Object>();
        all.put("$schema", "http://json-schema.org/draft-07/schema#");
        all.put("title", "The settings of Feedside");
        all.putAll(new SettingsSchema(emptyFolder).schema(""));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }

    /** Returns what an editor reports about a settings file. */
    public static List<String> problems(String toml) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(FILE), InputFormat.JSON);
        return schema.validate(json(toml).orElseThrow()).stream()
                .map(error -> "%s %s"
                        .formatted(error.getInstanceLocation(), error.getKeyword())
                        .strip())
                .toList();
    }

    /** Returns a settings file as JSON; empty if it is not TOML. */
    static Optional<JsonNode> json(String toml) {
        return Toml.read("feedside.toml", 1, toml, new ArrayList<>())
                .map(table -> JsonMapper.shared().valueToTree(plain(table)));
    }

    private static Object plain(Object content) {
        if (content instanceof Table table) {
            var map = new LinkedHashMap<String, Object>();
            table.keys().forEach(key -> map.put(key, plain(table.value(key).orElseThrow())));
            return map;
        } else if (content instanceof List<?> elements) {
            return elements.stream().map(SettingsSchema::plain).toList();
        } else if (content instanceof Value value) {
            return plain(value.content());
        }
        return content instanceof Number || content instanceof Boolean ? content : content.toString();
    }

    /** Adds what a paragraph says: a comment, then a table, keys, or both. Returns the table of the next paragraph. */
    private String document(String tableBefore, List<String> lines) {
        var comment = lines.stream()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2))
                .collect(Collectors.joining(" "));
        var table = tableBefore;
        for (var line : lines) {
            var head = TABLE.matcher(line);
            var key = KEY.matcher(line);
            if (head.matches()) {
                table = head.group(1);
                documented.put(table, Map.of("description", comment));
            } else if (key.matches()) {
                var path = in(table, key.group(2));
                var value = json("x = " + key.group(3)).orElseThrow().get("x");
                var facts = new LinkedHashMap<String, Object>();
                facts.put("description", comment);
                if (key.group(4) != null) {
                    facts.put("examples", List.of(value));
                } else if (!key.group(1).isEmpty()) {
                    facts.put("default", value);
                }
                documented.put(path, facts);
                // The keys of an inline table.
                value.propertyNames().forEach(name -> documented.put(in(path, name), Map.of()));
            }
        }
        return table;
    }

    private Map<String, Object> schema(String path) {
        var schema = new LinkedHashMap<>(documented.getOrDefault(path, Map.of()));
        var type = path.isEmpty() ? "a table" : rule(path, "0.5");
        switch (type) {
            case "a string" -> {
                schema.put("type", "string");
                var rule = rule(path, "\"?\"");
                if (rule.startsWith("\"")) {
                    schema.put("enum", words(rule.replaceFirst(":.*", "")));
                } else if (rule.startsWith("a duration")) {
                    schema.put("pattern", "^(?:%s)$".formatted(SettingKeys.DURATION));
                }
            }
            case "a whole number" -> {
                schema.put("type", "integer");
                var bounds = BOUNDS.matcher(rule(path, "99999999999"));
                if (bounds.matches()) {
                    schema.put("minimum", Integer.valueOf(bounds.group(1)));
                    schema.put("maximum", Integer.valueOf(bounds.group(2)));
                }
            }
            case "true or false" -> schema.put("type", "boolean");
            case "an array of strings" -> {
                schema.put("type", "array");
                schema.put("items", Map.of("type", "string"));
            }
            case "an array of tables" -> {
                schema.put("type", "array");
                schema.put("items", Map.of("type", "object"));
            }
            case "a table" -> {
                schema.put("type", "object");
                addKeys(path, schema);
            }
            default -> throw new IllegalStateException("`%s` must be %s".formatted(path, type));
        }
        return schema;
    }

    /** A table has fixed keys, arbitrary keys with values of one type, or fixed keys and others that are ignored. */
    private void addKeys(String path, Map<String, Object> schema) {
        var isStrict = errors(with(in(path, NAME), "0.5"), Optional.empty())
                .anyMatch(error -> error.startsWith("unknown key `%s`".formatted(NAME)));
        if (!isStrict && !rule(in(path, NAME), "0.5").isEmpty()) {
            schema.put("additionalProperties", schema(in(path, NAME)));
            return;
        }
        var prefix = in(path, "");
        var keys = documented.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()).replaceFirst("\\..*", ""))
                .distinct()
                .toList();
        // Without base_url, which an option can replace.
        var missing = errors(path.isEmpty() ? "" : with(path, "{}"), Optional.of("https://example.org"))
                .collect(Collectors.joining("\n"));
        var required =
                keys.stream().filter(key -> missing.contains("`" + key + "`")).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        var properties = new LinkedHashMap<String, Object>();
        keys.forEach(key -> properties.put(key, schema(in(path, key))));
        schema.put("properties", properties);
        if (isStrict) {
            schema.put("additionalProperties", false);
        }
    }

    /** Returns a settings file with a value of one key, and with the other settings that it needs. */
    static String with(String key, String value) {
        return NEEDED.stream()
                        .filter(line -> !line.startsWith(key + " ") && !line.startsWith(key + "."))
                        .collect(Collectors.joining("\n"))
                + "\n%s = %s\n".formatted(key, value);
    }

    private static String in(String table, String key) {
        return table.isEmpty() ? key : table + "." + key;
    }

    private static List<String> words(String text) {
        return QUOTED.matcher(text).results().map(word -> word.group(1)).toList();
    }

    /** Returns what a value must be, as the error about a wrong one says; empty if there is no error. */
    private String rule(String path, String wrong) {
        var error =
                Pattern.compile("`%s` must be (.*?)(?:, not .*)?".formatted(path.substring(path.lastIndexOf('.') + 1)));
        return errors(with(path, wrong), Optional.empty())
                .map(error::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("");
    }

    private Stream<String> errors(String settings, Optional<String> baseUrl) {
        return new SiteFolder(emptyFolder, Optional.empty(), baseUrl, Optional.of(settings))
                .read(new SystemDisk()).problems().stream().map(Diagnostic::message);
    }
}
