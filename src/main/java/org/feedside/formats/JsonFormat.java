package org.feedside.formats;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.feeds.Category;
import org.feedside.feeds.Enclosure;
import org.feedside.feeds.Entry;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Person;
import org.feedside.markup.cleaning.PlainText;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** JSON Feed 1.1 (jsonfeed.org), one key per line, in the order of the specification. */
final class JsonFormat implements FeedFormat {
    private static final String VERSION = "https://jsonfeed.org/version/1.1";
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public byte[] encode(Feed feed, FeedFile file, PageDate updated) {
        var out = new ByteArrayOutputStream();
        try (var json = FACTORY.createGenerator(new JsonLayout(), out, JsonEncoding.UTF8)) {
            feed(json, feed, file);
            json.writeRaw('\n');
        }
        return out.toByteArray();
    }

    /** JSON Feed has no date for the feed itself. */
    @Override
    public Optional<PageDate> updated(byte[] bytes) {
        return Optional.empty();
    }

    private static void feed(JsonGenerator json, Feed feed, FeedFile file) {
        json.writeStartObject();
        json.writeStringProperty("version", VERSION);
        json.writeStringProperty("title", feed.title());
        json.writeStringProperty("home_page_url", feed.page());
        json.writeStringProperty("feed_url", file.url());
        optional(json, "description", feed.description());
        optional(json, "next_url", feed.history().older().map(file::urlIn));
        optional(json, "icon", feed.icon().or(feed::logo));
        optional(json, "favicon", feed.icon());
        authors(json, feed.authors());
        json.writeStringProperty("language", LanguageTag.of(feed.language()));
        feed.hub().ifPresent(hub -> hub(json, hub));
        json.writeArrayPropertyStart("items");
        feed.entries().forEach(entry -> item(json, entry));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void hub(JsonGenerator json, String hub) {
        json.writeArrayPropertyStart("hubs");
        json.writeStartObject();
        json.writeStringProperty("type", "WebSub");
        json.writeStringProperty("url", hub);
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void item(JsonGenerator json, Entry entry) {
        json.writeStartObject();
        json.writeStringProperty("id", entry.id());
        json.writeStringProperty("url", entry.link());
        json.writeStringProperty("title", entry.title());
        json.writeStringProperty("content_html", entry.content());
        optional(json, "summary", entry.summary().map(PlainText::of).filter(text -> !text.isEmpty()));
        json.writeStringProperty("date_published", entry.published().atom());
        json.writeStringProperty("date_modified", entry.updated().atom());
        authors(json, entry.authors());
        tags(json, entry.categories());
        json.writeStringProperty("language", LanguageTag.of(entry.language()));
        entry.enclosure().ifPresent(enclosure -> attachment(json, enclosure));
        json.writeEndObject();
    }

    private static void attachment(JsonGenerator json, Enclosure enclosure) {
        json.writeArrayPropertyStart("attachments");
        json.writeStartObject();
        json.writeStringProperty("url", enclosure.url());
        json.writeStringProperty("mime_type", enclosure.type());
        if (enclosure.length() > 0) {
            json.writeNumberProperty("size_in_bytes", enclosure.length());
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    /** Writes the names only: the format has no field for e-mail addresses. */
    private static void authors(JsonGenerator json, List<Person> authors) {
        if (!authors.isEmpty()) {
            json.writeArrayPropertyStart("authors");
            for (var author : authors) {
                json.writeStartObject();
                json.writeStringProperty("name", author.name());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void tags(JsonGenerator json, List<Category> categories) {
        var labels = categories.stream().map(Category::label).distinct().toList();
        if (!labels.isEmpty()) {
            json.writeArrayPropertyStart("tags");
            labels.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private static void optional(JsonGenerator json, String name, Optional<String> value) {
        value.ifPresent(text -> json.writeStringProperty(name, text));
    }
}
