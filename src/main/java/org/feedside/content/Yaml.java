package org.feedside.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.feedside.base.diagnostics.Code;
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

/** Reads YAML 1.2, and so JSON, into the same tables as TOML. Dates are strings, as in Zola. */
public final class Yaml {
    /** Aliases can expand a short text to a huge tree. No real front matter has nearly as many values. */
    private static final int MAX_VALUES = 100_000;

    private static final int MAX_DEPTH = 64;

    /** The YAML library takes minutes for 10,000 open brackets. Those in strings count too. */
    private static final int MAX_OPEN_BRACKETS = 500;

    private static final String TOO_LARGE = "it is too large or too deep";

    private final String file;
    private final int firstLine;
    private final String text;
    private final List<Diagnostic> problems;
    private final int[] lineStarts;
    private final boolean acceptsRepeatedKeys;
    private int values;

    private Yaml(String file, int firstLine, String text, List<Diagnostic> problems, boolean acceptsRepeatedKeys) {
        this.acceptsRepeatedKeys = acceptsRepeatedKeys;
        this.file = file;
        this.firstLine = firstLine;
        this.text = text;
        this.problems = problems;
        this.lineStarts = lineStarts(text);
    }

    /** Reads a text that starts at line {@code firstLine} of its file; empty if it is not a YAML mapping. */
    public static Optional<Table> read(String file, int firstLine, String text, List<Diagnostic> problems) {
        return new Yaml(file, firstLine, text, problems, false).read();
    }

    /** Reads YAML as {@link #read}, but only warns of a key that is there twice: the last one counts. */
    public static Optional<Table> readLeniently(String file, int firstLine, String text, List<Diagnostic> problems) {
        return new Yaml(file, firstLine, text, problems, true).read();
    }

    private Optional<Table> read() {
        if (isDeep(text)) {
            problems.add(Code.SYNTAX.error(start(), "this is not valid YAML: " + TOO_LARGE));
            return Optional.empty();
        }
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        try {
            var root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                return Optional.of(new Table(Map.of(), start(), problems));
            }
            if (!(root.get() instanceof MappingNode mapping)) {
                problems.add(Code.SYNTAX.error(
                        start(), "the front matter must consist of keys and values, as in title: Hello"));
                return Optional.empty();
            }
            return Optional.of(table(mapping, start(), 0));
        } catch (MarkedYamlEngineException e) {
            var place = e.getProblemMark().map(this::place).orElse(start());
            problems.add(Code.SYNTAX.error(place, "this is not valid YAML: " + e.getProblem()));
        } catch (StackOverflowError e) {
            problems.add(Code.SYNTAX.error(start(), "this is not valid YAML: " + TOO_LARGE));
        } catch (YamlEngineException | IllegalArgumentException e) {
            // The library throws IllegalArgumentException for some malformed tags, such as "!%11".
            problems.add(Code.SYNTAX.error(start(), "this is not valid YAML: " + e.getMessage()));
        }
        return Optional.empty();
    }

    /** Whether a text has more open brackets than the limit. */
    private static boolean isDeep(String text) {
        var depth = 0;
        for (int i = 0; i < text.length() && depth <= MAX_OPEN_BRACKETS; i++) {
            var c = text.charAt(i);
            if (c == '[' || c == '{') {
                depth++;
            } else if ((c == ']' || c == '}') && depth > 0) {
                depth--;
            }
        }
        return depth > MAX_OPEN_BRACKETS;
    }

    private Table table(MappingNode mapping, Place place, int depth) {
        Map<String, Value> table = new LinkedHashMap<>();
        for (var tuple : mapping.getValue()) {
            var keyPlace = place(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new YamlEngineException("a key must be a plain string");
            }
            if (table.containsKey(key.getValue())) {
                var message = "`%s` is defined twice: remove one of them".formatted(key.getValue());
                problems.add(
                        acceptsRepeatedKeys
                                ? Code.SYNTAX.warning(keyPlace, message)
                                : Code.SYNTAX.error(keyPlace, message));
            }
            value(tuple.getValueNode(), keyPlace, depth + 1).ifPresent(value -> table.put(key.getValue(), value));
        }
        return new Table(table, place, problems);
    }

    private Optional<Value> value(Node node, Place place, int depth) {
        if (++values > MAX_VALUES || depth > MAX_DEPTH) {
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

    /** Empty for null, which counts as a missing value. */
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
            // .inf and .nan are not numbers in front matter.
            return text;
        }
    }

    private Place start() {
        return new Place(file, firstLine, 1);
    }

    private Place place(Node node) {
        return node.getStartMark().map(this::place).orElse(start());
    }

    /** The YAML library ends lines at more characters than editors do, so its line numbers are not used. */
    private Place place(Mark mark) {
        var index = Arrays.binarySearch(lineStarts, mark.getIndex());
        var line = index >= 0 ? index : -index - 2;
        return new Place(file, firstLine + line, mark.getIndex() - lineStarts[line] + 1);
    }

    /** The starts of lines in code points, as the YAML library counts. */
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
