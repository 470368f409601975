package org.feedside.formats.reading;

import java.util.ArrayList;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads the links in a JSON Feed of any version. */
final class JsonFeedLinks {
    private static final String VERSIONS = "https://jsonfeed.org/version/";
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(500).build())
            .build();

    private String version = "";
    private Optional<String> self = Optional.empty();
    private Optional<String> page = Optional.empty();
    private final ArrayList<String> entries = new ArrayList<>();

    private JsonFeedLinks() {}

    /** Whether the first character that is not white space starts a JSON object. */
    static boolean isObject(byte[] bytes) {
        for (var b : bytes) {
            if (b == '{') {
                return true;
            }
            if (b > ' ') {
                return false;
            }
        }
        return false;
    }

    /** Parses a feed; empty if the bytes are not a JSON Feed. */
    static Optional<FeedLinks> read(byte[] bytes) {
        var reader = new JsonFeedLinks();
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            json.nextToken();
            reader.feed(json);
        } catch (JacksonException e) {
            return Optional.empty();
        }
        return reader.version.startsWith(VERSIONS)
                ? Optional.of(new FeedLinks(FeedLinks.Kind.JSON, reader.self, reader.page, reader.entries))
                : Optional.empty();
    }

    private void feed(JsonParser json) {
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            var value = json.nextToken();
            switch (name) {
                case "version" -> version = text(json, value).orElse("");
                case "feed_url" -> self = text(json, value);
                case "home_page_url" -> page = text(json, value);
                case "items" -> items(json, value);
                default -> json.skipChildren();
            }
        }
    }

    private void items(JsonParser json, JsonToken start) {
        if (start != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            for (var name = json.nextName(); name != null; name = json.nextName()) {
                var value = json.nextToken();
                if (name.equals("url")) {
                    text(json, value).ifPresent(entries::add);
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private static Optional<String> text(JsonParser json, JsonToken value) {
        if (value == JsonToken.VALUE_STRING) {
            return Optional.of(json.getString().strip()).filter(text -> !text.isEmpty());
        }
        json.skipChildren();
        return Optional.empty();
    }
}
