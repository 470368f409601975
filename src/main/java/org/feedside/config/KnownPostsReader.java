package org.feedside.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.Timestamp;
import org.feedside.base.toml.Toml;
import org.feedside.config.KnownPosts.Known;

/** Reads {@code feedside-ids.toml}, which has a table for each post. */
final class KnownPostsReader {
    private static final Set<String> KEYS = Set.of("id", "published", "updated");

    private KnownPostsReader() {}

    static Parsed<KnownPosts> read(String file, String text) {
        return Parsed.read(problems -> Toml.read(file, 1, text, problems).map(KnownPostsReader::read));
    }

    private static KnownPosts read(Table file) {
        var posts = new TreeMap<String, Known>();
        Map<String, String> paths = new HashMap<>();
        for (var path : file.keys()) {
            if (file.value(path)
                    .filter(value -> value.content() instanceof Table)
                    .isEmpty()) {
                file.error(
                        path,
                        "`%s` must be the table of a post, such as [\"blog/hello.md\"] with id = \"https://example.org/hello/\""
                                .formatted(path));
                continue;
            }
            var post = file.table(path).orElseThrow();
            post.allowOnly(KEYS);
            id(path, post).ifPresent(id -> {
                var other = Optional.ofNullable(paths.putIfAbsent(id, path));
                other.ifPresent(first -> post.error(
                        "id",
                        "%s and %s have the same `id`, and readers would show only one of them: correct or remove one"
                                .formatted(first, path)));
                posts.put(path, new Known(id, date(post, "published"), date(post, "updated"), file.place(path)));
            });
        }
        return new KnownPosts(posts);
    }

    private static Optional<String> id(String path, Table post) {
        if (!post.has("id")) {
            post.error("id", "%s has no `id`: write the id under which the post was published".formatted(path));
            return Optional.empty();
        }
        var id = post.string("id");
        if (id.isPresent() && !KnownPosts.isId(id.get())) {
            post.error("id", "`id` must not be blank, and must be one line of text");
            return Optional.empty();
        }
        return id;
    }

    private static Optional<Timestamp> date(Table post, String key) {
        var value = post.value(key);
        // TOML also allows a time without a date.
        if (value.isPresent()
                && !(value.get().content() instanceof Timestamp date
                        && date.text().matches("\\d{4}-.*"))) {
            post.error(
                    key,
                    "`%s` must be a date without quotes, such as 2020-01-02T10:00:00+01:00 or 2020-01-02"
                            .formatted(key));
            return Optional.empty();
        }
        return value.map(v -> (Timestamp) v.content());
    }
}
