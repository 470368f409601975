package org.feedside.content;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.Value;

/** Finds the picture of a page in the keys that templates of generators, themes and plugins use. */
final class PictureReader {
    /**
     * The keys in lower case, without hyphens and underscores; the first that names a picture is used. Zola's themes: Abridge,
     * Linkita, tabi. Hugo: its own templates, PaperMod, Stack, Ananke, LoveIt, Clarity. Jekyll: jekyll-feed, Minimal Mistakes.
     */
    private static final List<String> KEYS = List.of("""
            image images cover coverimage featuredimage featureimage feature heroimage header thumbnail socialmediacard
            ogimage shareimg shareimage""".split("\\s+", -1));

    /** The keys of a table that describes a picture. */
    private static final List<String> INNER =
            List.of("image", "path", "src", "url", "filename", "teaser", "overlayimage", "ogimage");

    /** A key of a table, and its rank among the wanted keys. */
    private record Key(int rank, Table table, String name) {
        List<Value> values() {
            return table.value(name).stream().toList();
        }
    }

    private PictureReader() {}

    /** Returns the first picture; values that name no picture are ignored. Themes of Zola and Hugo have tables of their own. */
    static Optional<FileAddress> read(Table values) {
        return Stream.of(values.value("extra"), values.value("params"), Optional.of(new Value(values, values.place())))
                .flatMap(Optional::stream)
                .flatMap(value -> keys(value.content(), KEYS))
                .sorted(Comparator.comparingInt(Key::rank))
                .flatMap(key -> texts(key.values()).flatMap(text -> address(key, text).stream()))
                // Chirpy puts this key's value before the addresses of a post.
                .filter(address -> address.isUrl() || !values.has("media_subpath"))
                .findFirst();
    }

    private static Stream<Key> keys(Object content, List<String> wanted) {
        return content instanceof Table table
                ? table.keys().stream()
                        .map(name -> new Key(wanted.indexOf(plain(name)), table, name))
                        .filter(key -> key.rank() >= 0)
                        .sorted(Comparator.comparingInt(Key::rank))
                : Stream.empty();
    }

    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static Stream<String> texts(Object content) {
        if (content instanceof List<?> elements) {
            return elements.stream().flatMap(element -> texts(((Value) element).content()));
        }
        return content instanceof String text
                ? Stream.of(text)
                : keys(content, INNER).flatMap(key -> texts(key.values()));
    }

    /** Parses an address; the addresses of image services have no extension, those with other extensions are no pictures. */
    private static Optional<FileAddress> address(Key key, String text) {
        var error = FileAddress.error(text);
        var isPicture = text.chars().anyMatch(c -> "*{}<>".indexOf(c) >= 0)
                ? Optional.of(false)
                : MediaTypes.of(text.strip().split("[?#]", 2)[0]).map(type -> type.startsWith("image/"));
        if (error.isPresent() && isPicture.orElse(false)) {
            key.table()
                    .warning(
                            key.name(),
                            "the picture in `%s` is left out, because its address %s: write a URL, a path of the site such as /img/1.jpg, or the name of a file beside the post"
                                    .formatted(key.name(), error.get()));
        }
        return error.isPresent()
                ? Optional.empty()
                : Optional.of(new FileAddress(text)).filter(address -> isPicture.orElse(address.isUrl()));
    }
}
