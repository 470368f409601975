package org.feedside.tools.doctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.feedside.publishing.Bytes;

/** Whether a feed is compressed (publishing.md, section 1.2). */
final class CompressionRule implements Rule {
    /** About one network packet; compression gains nothing below this size. */
    private static final int SMALL = 1400;

    @Override
    public Optional<List<Remark>> check(Visit visit, Examination all) {
        return visit.feed().flatMap(content -> visit.download().map(d -> remarks(d.fields(), content.plain())));
    }

    private static List<Remark> remarks(ResponseFields fields, Bytes plain) {
        var remarks = new ArrayList<Remark>();
        var isCompressed = fields.has("Content-Encoding");
        if (!isCompressed && plain.size() > SMALL) {
            var gzip = gzipSize(plain);
            if (gzip < plain.size() * 4L / 5) {
                remarks.add(
                        Remark.warning(
                                String.format(
                                        Locale.ROOT, "is not compressed: %,d bytes, with gzip %,d", plain.size(), gzip),
                                "Readers download that much more after each change, also on phones.",
                                "pass Accept-Encoding to Feedside, which compresses. nginx: no `proxy_set_header Accept-Encoding"
                                        + " \"\"`. For files that nginx serves itself: `gzip on; gzip_vary on; gzip_types"
                                        + " application/atom+xml application/rss+xml application/feed+json;`; Caddy: `encode`."));
            }
        }
        var vary = fields.elements("Vary");
        if (isCompressed && !vary.contains("accept-encoding") && !vary.contains("*")) {
            remarks.add(
                    Remark.warning(
                            "is compressed without `Vary: Accept-Encoding`",
                            "A cache may send the compressed bytes to a reader that cannot decode them.",
                            "nginx: `gzip_vary on;`, and no `proxy_hide_header Vary`; Caddy: no `header -Vary`. Feedside sends it."));
        }
        return remarks;
    }

    private static int gzipSize(Bytes plain) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            plain.toStream().transferTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
        return out.size();
    }
}
