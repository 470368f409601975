package org.feedside.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** The header fields of an answer, in the order they are sent; encoded once, however often the answer is given. */
public final class HeaderFields {
    private final Map<String, String> values;
    private volatile Optional<HttpFields> encoded = Optional.empty();

    private HeaderFields(Map<String, String> values) {
        this.values = values;
    }

    public static HeaderFields of(Map<String, String> values) {
        return new HeaderFields(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }

    /** A field by its name in any case. */
    public Optional<String> get(String name) {
        for (var field : values.entrySet()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return Optional.of(field.getValue());
            }
        }
        return Optional.empty();
    }

    /** The values by their names as they are sent. */
    public Map<String, String> asMap() {
        return values;
    }

    HttpFields encoded() {
        if (encoded.isEmpty()) {
            var fields = HttpFields.build();
            values.forEach((name, value) -> fields.add(encoded(name, value)));
            encoded = Optional.of(fields.asImmutable());
        }
        return encoded.get();
    }

    private static HttpField encoded(String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("%s would end before its time: %s".formatted(name, value));
        }
        return name.equals("Content-Length")
                // Jetty asks for its number with each answer.
                ? new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, Long.parseLong(value))
                : new PreEncodedHttpField(HttpHeader.CACHE.get(name), name, value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeaderFields that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
