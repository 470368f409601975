package org.feedside.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * The header fields of a response, in the order they are sent. They are encoded only once, even if the response is sent
 * many times.
 */
public final class HeaderFields {
    private static final String LENGTH = "Content-Length";

    private final Map<String, String> values;
    private volatile Optional<HttpFields> encoded = Optional.empty();
    private volatile Optional<Head> head = Optional.empty();

    private record Head(int status, ByteBuffer bytes) {}

    private HeaderFields(Map<String, String> values) {
        this.values = values;
    }

    public static HeaderFields of(Map<String, String> values) {
        return new HeaderFields(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }

    /** Returns the value of a field; the name is case-insensitive. */
    public Optional<String> get(String name) {
        for (var field : values.entrySet()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return Optional.of(field.getValue());
            }
        }
        return Optional.empty();
    }

    /** Returns the values by name, in the order they are sent. */
    public Map<String, String> asMap() {
        return values;
    }

    boolean hasLength() {
        return values.containsKey(LENGTH);
    }

    HttpFields encoded() {
        if (encoded.isEmpty()) {
            var fields = HttpFields.build().add(new Lines(values));
            Optional.ofNullable(values.get(LENGTH))
                    .map(length -> new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, Long.parseLong(length)))
                    .ifPresent(fields::add);
            encoded = Optional.of(fields.asImmutable());
        }
        return encoded.get();
    }

    /**
     * Returns the status line and the fields as they are sent (RFC 9112, section 2.1), in a buffer with its own
     * position.
     */
    ByteBuffer head(int status) {
        var cached = head;
        if (cached.isEmpty() || cached.get().status() != status) {
            var text = "HTTP/1.1 %d %s\r\n%s\r\n".formatted(status, HttpStatus.getMessage(status), lines(values));
            cached = Optional.of(new Head(status, latin1(text)));
            head = cached;
        }
        return cached.get().bytes().duplicate();
    }

    private static String lines(Map<String, String> values) {
        var text = new StringBuilder();
        values.forEach((name, value) -> {
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "the value of %s has a control character, which could end the field: %s"
                                .formatted(name, value));
            }
            text.append(name).append(": ").append(value).append("\r\n");
        });
        return text.toString();
    }

    private static ByteBuffer latin1(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * All fields except Content-Length, encoded as one: Jetty checks each field several times. It needs Content-Length
     * itself.
     */
    private static final class Lines extends PreEncodedHttpField {
        private final ByteBuffer lines;

        Lines(Map<String, String> values) {
            super("Lines", "");
            var all = new LinkedHashMap<>(values);
            all.remove(LENGTH);
            lines = latin1(lines(all));
        }

        @Override
        public void putTo(ByteBuffer buffer, HttpVersion version) {
            buffer.put(lines.duplicate());
        }

        @Override
        public int getEncodedLength(HttpVersion version) {
            return lines.remaining();
        }
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
