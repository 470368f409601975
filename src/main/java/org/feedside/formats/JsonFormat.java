package org.feedside.formats;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.feeds.Category;
import org.feedside.feeds.Enclosure;
import org.feedside.feeds.Entry;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Person;
import org.feedside.markup.cleaning.PlainText;

/** JSON Feed 1.1 (jsonfeed.org), one key per line, in the order of the specification. */
final class JsonFormat implements FeedFormat {
    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    @Override
    public byte[] encode(Feed feed, FeedFile file, PageDate updated) {
        return Json.bytes(feed(feed, file));
    }

    /** JSON Feed has no date for the feed itself. */
    @Override
    public Optional<PageDate> updated(byte[] bytes) {
        return Optional.empty();
    }

    private static Map<String, Object> feed(Feed feed, FeedFile file) {
        var json = new LinkedHashMap<String, Object>();
        json.put("version", VERSION);
        json.put("title", feed.title());
        json.put("home_page_url", feed.page());
        json.put("feed_url", file.url());
        feed.description().ifPresent(text -> json.put("description", text));
        feed.history().older().ifPresent(folder -> json.put("next_url", file.urlIn(folder)));
        feed.icon().or(feed::logo).ifPresent(url -> json.put("icon", url));
        feed.icon().ifPresent(url -> json.put("favicon", url));
        authors(json, feed.authors());
        json.put("language", LanguageTag.of(feed.language()));
        feed.hub().ifPresent(hub -> json.put("hubs", List.of(Json.object(entry("type", "WebSub"), entry("url", hub)))));
        json.put("items", feed.entries().stream().map(JsonFormat::item).toList());
        return json;
    }

    private static Map<String, Object> item(Entry entry) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", entry.id());
        json.put("url", entry.link());
        json.put("title", entry.title());
        json.put("content_html", entry.content());
        entry.summary().map(PlainText::of).filter(text -> !text.isEmpty()).ifPresent(text -> json.put("summary", text));
        entry.picture().ifPresent(url -> json.put("image", url));
        json.put("date_published", entry.published().atom());
        json.put("date_modified", entry.updated().atom());
        authors(json, entry.authors());
        var tags = entry.categories().stream().map(Category::label).distinct().toList();
        putUnlessEmpty(json, "tags", tags);
        json.put("language", LanguageTag.of(entry.language()));
        entry.enclosure().ifPresent(enclosure -> json.put("attachments", List.of(attachment(enclosure))));
        return json;
    }

    private static Map<String, Object> attachment(Enclosure enclosure) {
        var json = new LinkedHashMap<String, Object>();
        json.put("url", enclosure.url());
        json.put("mime_type", enclosure.type());
        if (enclosure.length() > 0) {
            json.put("size_in_bytes", enclosure.length());
        }
        return json;
    }

    /** Writes the names only: the format has no field for e-mail addresses. */
    private static void authors(Map<String, Object> json, List<Person> authors) {
        putUnlessEmpty(
                json,
                "authors",
                authors.stream().map(author -> Map.of("name", author.name())).toList());
    }

    private static void putUnlessEmpty(Map<String, Object> json, String name, List<?> values) {
        if (!values.isEmpty()) {
            json.put(name, values);
        }
    }
}
