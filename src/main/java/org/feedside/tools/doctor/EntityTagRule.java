package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;

/** Whether a feed has an entity tag (publishing.md, section 1.1). */
final class EntityTagRule implements Rule {
    @Override
    public Optional<List<Remark>> check(Visit visit, Examination all) {
        return visit.download().map(d -> missing(d, all).stream().toList());
    }

    private static Optional<Remark> missing(FetchResult.Received download, Examination all) {
        var validators = Validators.of(download.fields());
        if (validators.entityTag().isPresent()) {
            return Optional.empty();
        }
        var isThereWithoutCoding = all.plain()
                .flatMap(Visit::download)
                .filter(plain -> plain.fields().has("ETag"))
                .isPresent();
        var what = isThereWithoutCoding
                ? "has no entity tag when compressed, although it has one uncompressed"
                : "has no entity tag";
        var remedy = (isThereWithoutCoding
                        ? "let Feedside compress, which keeps the tag: no `proxy_set_header Accept-Encoding \"\"` and no `gzip` in front"
                                + " of it (nginx). "
                        : "pass Feedside's tag on. ")
                + "nginx: remove `etag off`, `proxy_hide_header ETag` and `more_clear_headers`; Caddy: `header -Etag`;"
                + " Cloudflare: turn off features that rewrite the feed.";
        return Optional.of(Remark.warning(
                what,
                validators.isEmpty()
                        ? "It has no Last-Modified either, so readers download the whole feed at each poll."
                        : "Readers can ask by date only, which misses a second change within one second; some ask by tag or not at"
                                + " all.",
                remedy));
    }
}
