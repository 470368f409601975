package org.feedside.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.feedside.base.text.TextResource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Validates JSON Feed 1.1: the schema, and the rules that a schema cannot express. */
final class ValidJsonFeed {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TextResource.text(ValidJsonFeed.class, "json-feed-1.1.schema.json"), InputFormat.JSON);
    private static final Instant FIRST_FEEDS = Instant.parse("1990-01-01T00:00:00Z");

    private final Instant now;
    private final List<String> problems = new ArrayList<>();

    private ValidJsonFeed(Instant now) {
        this.now = now;
    }

    static List<String> problems(byte[] bytes, Instant now) {
        var check = new ValidJsonFeed(now);
        try {
            check.document(JsonMapper.shared().readTree(bytes));
        } catch (JacksonException e) {
            check.problems.add("not JSON");
        }
        return check.problems;
    }

    private void document(JsonNode feed) {
        SCHEMA.validate(feed).stream()
                .map(error -> "%s %s %s"
                        .formatted(
                                error.getInstanceLocation(),
                                error.getKeyword(),
                                Objects.requireNonNullElse(error.getProperty(), ""))
                        .strip())
                .distinct()
                .sorted()
                .forEach(problems::add);
        characters(feed, "");
        if (feed.path("next_url").asString("").equals(feed.path("feed_url").asString("-"))) {
            problems.add("/next_url is the feed itself");
        }
        var ids = new HashSet<String>();
        for (var item : feed.path("items")) {
            item(item, ids);
        }
    }

    private void item(JsonNode item, Set<String> ids) {
        var id = item.path("id").asString("");
        if (!ids.add(id)) {
            problems.add("an item has the id of another: " + id);
        }
        for (var name : List.of("date_published", "date_modified")) {
            if (item.has(name)) {
                date(name, item.get(name).asString(""));
            }
        }
        if (item.has("content_html")) {
            ValidHtml.problems(item.get("content_html").asString(""))
                    .forEach(problem -> problems.add("content_html " + problem));
        }
    }

    private void date(String name, String text) {
        try {
            var instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(FIRST_FEEDS) || instant.isAfter(now.plus(Duration.ofDays(1)))) {
                problems.add(name + " is not plausible: " + text);
            }
        } catch (DateTimeException e) {
            problems.add(name + " is no date of RFC 3339: " + text);
        }
    }

    /** The members that readers follow. */
    private static final Set<String> ADDRESSES = Set.of(
            "home_page_url", "feed_url", "next_url", "icon", "favicon", "url", "image", "banner_image", "avatar");

    private void characters(JsonNode node, String name) {
        if (ADDRESSES.contains(name) && node.asString("").contains("://") && !ValidFeed.isUri(node.asString(""))) {
            problems.add(name + " is not an absolute URL: " + node.asString(""));
        }
        if (node.isString() && ValidFeed.DAMAGED.matcher(node.asString()).find()) {
            problems.add(name + " has control characters (C1)");
        }
        for (var property : node.properties()) {
            characters(property.getValue(), property.getKey());
        }
        if (node.isArray()) {
            node.forEach(element -> characters(element, name));
        }
    }
}
