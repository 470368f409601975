package org.feedside.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.Value;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 into the same tables as TOML, and so JSON, too. Dates are strings there, as for Zola. */
public final class Yaml {
    /** Aliases make a short text into a huge tree: no front matter of a person comes near this. */
    private static final int MOST_VALUES = 100_000;

    private static final int DEEPEST = 64;

    /** Those in texts count, too. */
    private static final int MOST_OPEN_BRACKETS = 500;

    private static final String TOO_LARGE = "it is too large or too deep";

    private final String file;
    private final int firstLine;
    private final String text;
    private final List<Diagnostic> problems;
    private final int[] lineStarts;
    private int values;

    private Yaml(String file, int firstLine, String text, List<Diagnostic> problems) {
        this.file = file;
        this.firstLine = firstLine;
        this.text = text;
        this.problems = problems;
        this.lineStarts = lineStarts(text);
    }

    /** Reads a text that starts at {@code firstLine} of its file; empty if it is not a YAML mapping. */
    public static Optional<Table> read(String file, int firstLine, String text, List<Diagnostic> problems) {
        return new Yaml(file, firstLine, text, problems).read();
    }

    private Optional<Table> read() {
        if (isDeep(text)) {
            problems.add(Diagnostic.error(start(), "this is not valid YAML: " + TOO_LARGE));
            return Optional.empty();
        }
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        try {
            var root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                return Optional.of(new Table(Map.of(), start(), problems));
            }
            if (!(root.get() instanceof MappingNode mapping)) {
                problems.add(
                        Diagnostic.error(start(), "the front matter must be keys with values, as in title: Hello"));
                return Optional.empty();
            }
            return Optional.of(table(mapping, start(), 0));
        } catch (MarkedYamlEngineException e) {
            var place = e.getProblemMark().map(this::place).orElse(start());
            problems.add(Diagnostic.error(place, "this is not valid YAML: " + e.getProblem()));
        } catch (StackOverflowError e) {
            problems.add(Diagnostic.error(start(), "this is not valid YAML: " + TOO_LARGE));
        } catch (YamlEngineException | IllegalArgumentException e) {
            // The engine throws the latter over a few malformed tags, as in "!%11".
            problems.add(Diagnostic.error(start(), "this is not valid YAML: " + e.getMessage()));
        }
        return Optional.empty();
    }

    /** The engine's time grows faster than with the square of how many brackets are open: minutes for 10,000. */
    private static boolean isDeep(String text) {
        var depth = 0;
        for (int i = 0; i < text.length() && depth <= MOST_OPEN_BRACKETS; i++) {
            var c = text.charAt(i);
            if (c == '[' || c == '{') {
                depth++;
            } else if ((c == ']' || c == '}') && depth > 0) {
                depth--;
            }
        }
        return depth > MOST_OPEN_BRACKETS;
    }

    private Table table(MappingNode mapping, Place place, int depth) {
        Map<String, Value> table = new LinkedHashMap<>();
        for (var tuple : mapping.getValue()) {
            var keyPlace = place(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new YamlEngineException("a key must be a plain word");
            }
            if (table.containsKey(key.getValue())) {
                problems.add(Diagnostic.error(keyPlace, "`%s` stands here twice".formatted(key.getValue())));
            }
            value(tuple.getValueNode(), keyPlace, depth + 1).ifPresent(value -> table.put(key.getValue(), value));
        }
        return new Table(table, place, problems);
    }

    private Optional<Value> value(Node node, Place place, int depth) {
        if (++values > MOST_VALUES || depth > DEEPEST) {
            throw new YamlEngineException(TOO_LARGE);
        }
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Value(table(mapping, place, depth), place));
        } else if (node instanceof SequenceNode sequence) {
            var elements = new ArrayList<Value>();
            for (var element : sequence.getValue()) {
                value(element, place(element), depth + 1).ifPresent(elements::add);
            }
            return Optional.of(new Value(List.copyOf(elements), place));
        }
        return scalar((ScalarNode) node).map(content -> new Value(content, place));
    }

    /** Empty for null, which is as good as no value. */
    private static Optional<Object> scalar(ScalarNode node) {
        var text = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return Optional.empty();
        } else if (node.getTag().equals(Tag.BOOL)) {
            return Optional.of(Boolean.parseBoolean(text));
        } else if (node.getTag().equals(Tag.INT)) {
            return Optional.of(integer(text));
        } else if (node.getTag().equals(Tag.FLOAT)) {
            return Optional.of(decimal(text));
        }
        return Optional.of(text);
    }

    private static Object integer(String text) {
        try {
            if (text.startsWith("0o")) {
                return Long.parseLong(text.substring(2), 8);
            }
            return text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Object decimal(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            // .inf and .nan mean nothing in front matter.
            return text;
        }
    }

    private Place start() {
        return new Place(file, firstLine, 1);
    }

    private Place place(Node node) {
        return node.getStartMark().map(this::place).orElse(start());
    }

    /** The engine ends lines at characters that end none in an editor, so its own count of lines is not used. */
    private Place place(Mark mark) {
        var found = Arrays.binarySearch(lineStarts, mark.getIndex());
        var line = found >= 0 ? found : -found - 2;
        return new Place(file, firstLine + line, mark.getIndex() - lineStarts[line] + 1);
    }

    /** In code points, as the engine counts. */
    private static int[] lineStarts(String text) {
        var starts = IntStream.builder().add(0);
        var index = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            index++;
            if (text.charAt(i) == '\n') {
                starts.add(index);
            }
        }
        return starts.build().toArray();
    }
}
