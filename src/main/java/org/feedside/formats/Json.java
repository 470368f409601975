package org.feedside.formats;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes maps, lists, strings, integers and booleans as JSON (RFC 8259). */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Returns an object with these members in this order. */
    @SafeVarargs
    public static Map<String, Object> object(Map.Entry<String, ?>... members) {
        var object = new LinkedHashMap<String, Object>();
        for (var member : members) {
            object.put(member.getKey(), member.getValue());
        }
        return object;
    }

    /** Returns an object as a document, one key per line, in the order of the map. */
    public static String text(Map<String, ?> object) {
        var out = new StringWriter();
        write(FACTORY.createGenerator(new Layout(), out), object);
        return out.toString();
    }

    /** Returns the same in UTF-8. */
    static byte[] bytes(Map<String, ?> object) {
        var out = new ByteArrayOutputStream();
        write(FACTORY.createGenerator(new Layout(), out, JsonEncoding.UTF8), object);
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, Map<String, ?> object) {
        try (json) {
            value(json, object);
            json.writeRaw('\n');
        }
    }

    private static void value(JsonGenerator json, Object value) {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((name, inner) -> {
                json.writeName(String.valueOf(name));
                value(json, inner);
            });
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(inner -> value(json, inner));
            json.writeEndArray();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else {
            throw new IllegalArgumentException("%s cannot be written as JSON: %s".formatted(value.getClass(), value));
        }
    }

    /** Puts one key on each line, so that an edit of a post changes few lines. It compresses as well. */
    private static final class Layout extends ObjectWriteContext.Base {
        private static final Separators SEPARATORS =
                Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(new DefaultIndenter(" ", "\n"));
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
