package org.feedside.content;

import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.base.toml.Table;

/** Reads the enclosure of a page: a table with {@code url}, {@code length} and {@code type}, or only the URL. */
final class EnclosureReader {
    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]{1,127}";
    /** A media type (RFC 9110, section 8.3.1), with limits on the length of its parts. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("%1$s/%1$s(?: *; *%1$s=(?:%1$s|\"[^\"\\\\\\p{Cntrl}]{0,127}\")){0,4}".formatted(TOKEN));

    private EnclosureReader() {}

    /** Reads the enclosure of a page from a key of a table. */
    static Optional<PageEnclosure> read(SourcePath page, Table owner, String key) {
        var content = owner.value(key).map(value -> value.content());
        if (content.isEmpty()) {
            return Optional.empty();
        } else if (content.get() instanceof String url) {
            return enclosure(page, owner, key, url, Optional.empty(), Optional.empty());
        } else if (content.get() instanceof Table table) {
            var url = table.string("url");
            var length = table.count("length");
            var type = type(table);
            if (!table.has("url")) {
                owner.error(
                        key,
                        "`%s` has no `url`: add the address of the file, as in url = \"/audio/1.mp3\"".formatted(key));
            }
            return url.flatMap(text -> enclosure(page, table, "url", text, length, type));
        }
        owner.error(
                key,
                "`%s` must be one file, as RSS allows one for each post: write a table with `url`, `length` and `type`, or only the URL"
                        .formatted(key));
        return Optional.empty();
    }

    private static Optional<String> type(Table table) {
        var type = table.string("type");
        if (type.isPresent() && !MEDIA_TYPE.matcher(type.get()).matches()) {
            table.error("type", "`type` must be a media type, such as audio/mpeg");
        }
        return type;
    }

    private static Optional<PageEnclosure> enclosure(
            SourcePath page, Table table, String key, String url, Optional<Long> length, Optional<String> written) {
        var error = FileAddress.error(url);
        if (error.isPresent()) {
            table.error(
                    key,
                    "`%s` %s: write a URL such as https://example.org/1.mp3, a path of the site such as /audio/1.mp3, or the name of a file beside the post"
                            .formatted(key, error.get()));
            return Optional.empty();
        }
        var address = new FileAddress(url);
        var type = written.or(() -> MediaTypes.of(address.fileName()));
        if (type.isEmpty()) {
            table.error(
                    key,
                    "the file name in `%s` has no known extension: add the media type, as in { url = \"/1.bin\", type = \"audio/mpeg\" }"
                            .formatted(key));
        }
        return type.map(t -> new PageEnclosure(page, address, length, t, table.place(key)));
    }
}
