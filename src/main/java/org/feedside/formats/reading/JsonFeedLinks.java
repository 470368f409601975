package org.feedside.formats.reading;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the links in a JSON Feed of any version. */
final class JsonFeedLinks {
    private static final String VERSIONS = "https://jsonfeed.org/version/";
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(500).build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

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
        try {
            var feed = MAPPER.readTree(bytes);
            var entries = Stream.of(feed.path("items"))
                    .filter(JsonNode::isArray)
                    .flatMap(JsonNode::valueStream)
                    .flatMap(item -> text(item, "url").stream());
            return text(feed, "version")
                    .filter(version -> version.startsWith(VERSIONS))
                    .map(version -> new FeedLinks(
                            FeedLinks.Kind.JSON,
                            text(feed, "feed_url"),
                            text(feed, "home_page_url"),
                            entries.toList()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode object, String name) {
        return object.path(name).stringValueOpt().map(String::strip).filter(text -> !text.isEmpty());
    }
}
