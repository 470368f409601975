package org.feedside.formats.reading;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object (RFC 8259, section 4). Members with other names than those asked for are ignored. */
public final class JsonObject {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonNode node;

    private JsonObject(JsonNode node) {
        this.node = node;
    }

    /** Reads a document; empty if it is not an object. */
    public static Optional<JsonObject> read(byte[] bytes) {
        try {
            return Optional.of(MAPPER.readTree(bytes))
                    .filter(JsonNode::isObject)
                    .map(JsonObject::new);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Returns a string; empty if there is none with this name. */
    public Optional<String> find(String name) {
        return node.path(name).stringValueOpt();
    }

    /**
     * Returns a string.
     *
     * @throws NoSuchElementException if there is none with this name
     */
    public String text(String name) {
        return find(name).orElseThrow();
    }

    /**
     * Returns an integer.
     *
     * @throws NoSuchElementException if there is none with this name
     */
    public long number(String name) {
        return findNumber(name).orElseThrow();
    }

    /** Returns an integer; empty if there is none with this name. */
    public Optional<Long> findNumber(String name) {
        return node.path(name).longValueOpt().stream().boxed().findFirst();
    }

    /** Returns the strings of an array; none if there is none with this name. */
    public List<String> texts(String name) {
        return node.path(name)
                .valueStream()
                .flatMap(value -> value.stringValueOpt().stream())
                .toList();
    }

    /**
     * Returns an array of objects.
     *
     * @throws NoSuchElementException if there is none with this name
     */
    public List<JsonObject> objects(String name) {
        var array = Optional.of(node.path(name)).filter(JsonNode::isArray).orElseThrow();
        return array.valueStream().map(JsonObject::new).toList();
    }

    /** Returns an object; empty if there is none with this name. */
    public Optional<JsonObject> findObject(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isObject).map(JsonObject::new);
    }
}
