package org.feedside.formats;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Writes plain values as JSON (RFC 8259): maps, lists, texts, whole numbers, true and false. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** A document of one object, one key a line, in the map's order. */
    public static String text(Map<String, ?> object) {
        var out = new StringWriter();
        try (var json = FACTORY.createGenerator(new JsonLayout(), out)) {
            value(json, object);
            json.writeRaw('\n');
        }
        return out.toString();
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
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            throw new IllegalArgumentException("%s is no plain value: %s".formatted(value.getClass(), value));
        }
    }
}
