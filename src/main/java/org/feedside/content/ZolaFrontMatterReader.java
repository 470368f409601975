package org.feedside.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.Timestamp;

/** Reads a page or a section from a file of Zola. Unknown keys are ignored; Zola itself checks them. */
final class ZolaFrontMatterReader {
    private ZolaFrontMatterReader() {}

    static ContentFile page(SourcePath path, String file, FrontMatter frontMatter) {
        var values = frontMatter.values();
        checkKeysWithoutEffect(values);
        var rendered = values.bool("render", true);
        var extra = values.table("extra");
        var skipped = extra.flatMap(table -> table.value("skip_feed"))
                .filter(skip -> skip.content().equals(true))
                .isPresent();
        return new Page(
                path,
                file,
                values.string("title"),
                values.string("description"),
                date(values, "date"),
                date(values, "updated"),
                Optional.empty(),
                Optional.empty(),
                values.bool("draft", false),
                rendered,
                rendered && values.bool("include_in_feeds", true) && !skipped,
                notEmpty(values, "slug"),
                notEmpty(values, "path"),
                values.strings("aliases").orElse(List.of()),
                taxonomies(values),
                values.count("weight"),
                values.strings("authors").orElse(List.of()),
                extra.flatMap(table -> enclosure(table, path)),
                PictureReader.read(values),
                Optional.empty(),
                frontMatter.text());
    }

    /** Checks keys that do not affect feeds, but whose wrong types make Zola fail. */
    private static void checkKeysWithoutEffect(Table values) {
        values.string("template");
        values.bool("in_search_index");
    }

    private static Optional<String> notEmpty(Table values, String key) {
        var text = values.string(key);
        if (text.isPresent() && text.get().isEmpty()) {
            values.error(key, "`%s` must not be empty: leave it out, or give a name".formatted(key));
        }
        return text;
    }

    private static Optional<PageDate> date(Table values, String key) {
        var value = values.value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var content = value.get().content();
        if (!(content instanceof Timestamp) && !(content instanceof String)) {
            values.error(key, "`%s` must be a date, such as 2025-01-15 or 2025-01-15T09:30:00+01:00".formatted(key));
            return Optional.empty();
        }
        var date = PageDate.parse(content.toString());
        if (date.isEmpty()) {
            values.error(
                    key,
                    "`%s` is not a date: %s; write one that exists, such as 2025-01-15 or 2025-01-15T09:30:00+01:00"
                            .formatted(key, content));
        }
        return date;
    }

    private static Map<String, List<String>> taxonomies(Table values) {
        var taxonomies = new LinkedHashMap<String, List<String>>();
        values.table("taxonomies").ifPresent(table -> {
            for (var name : table.keys()) {
                var terms = table.strings(name).orElse(List.of());
                if (terms.stream().anyMatch(String::isBlank)) {
                    table.error(name, "a term of `%s` is empty: leave it out".formatted(name));
                }
                taxonomies.put(name, terms);
            }
        });
        TermLimit.error(taxonomies).ifPresent(error -> values.error("taxonomies", error));
        return taxonomies;
    }

    private static Optional<PageEnclosure> enclosure(Table extra, SourcePath path) {
        var enclosure = EnclosureReader.read(path, extra, "enclosure");
        if (enclosure.isPresent() && enclosure.get().url().isBesidePage() && !path.isBundle()) {
            extra.warning(
                    "enclosure",
                    "Zola publishes files beside a post only if the post has its own folder: rename it to %s/index.md with the file in the same folder, or put the file in `static` and write its path, as in /audio/1.mp3"
                            .formatted(path.stem()));
        }
        return enclosure;
    }

    static ContentFile section(SourcePath path, String file, FrontMatter frontMatter) {
        var values = frontMatter.values();
        return new Section(
                path,
                file,
                values.string("title"),
                values.string("description"),
                values.bool("draft", false),
                values.bool("generate_feeds", false)
                        || values.bool("generate_feed", false)
                        || values.bool("generate_rss", false),
                values.string("insert_anchor_links").map("heading"::equals),
                values.bool("transparent", false),
                sortBy(values),
                List.of(),
                frontMatter.text());
    }

    private static SortBy sortBy(Table values) {
        var name = values.string("sort_by");
        if (name.isEmpty()) {
            return SortBy.NONE;
        }
        var sortBy = SortBy.named(name.get());
        if (sortBy.isEmpty()) {
            values.error(
                    "sort_by",
                    "`sort_by` must be date, update_date, title, title_bytes, weight, slug, permalink or none");
        }
        return sortBy.orElse(SortBy.NONE);
    }
}
