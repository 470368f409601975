package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;

/** Whether a feed comes with a tag that it can be asked for by (publishing.md, section 1.1). */
final class EntityTagRule implements Rule {
    @Override
    public Optional<List<Remark>> look(Visit visit, Examination all) {
        return visit.download().map(d -> missing(d, all).map(List::of).orElse(List.of()));
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
                ? "has no entity tag when it is compressed, though it has one when it is not"
                : "has no entity tag";
        var remedy = (isThereWithoutCoding
                        ? "let Feedside compress, which keeps the tag: no `proxy_set_header Accept-Encoding \"\"` and no `gzip` in front"
                                + " of it (nginx). "
                        : "let the tag of Feedside through. ")
                + "nginx: take out `etag off`, `proxy_hide_header ETag` and `more_clear_headers`; Caddy: `header -Etag`;"
                + " Cloudflare: switch off what rewrites the feed.";
        return Optional.of(Remark.warning(
                what,
                validators.isEmpty()
                        ? "As no date came either, readers load all of it with each visit."
                        : "Readers can ask by date only, which tells no two changes of a second apart; some ask by tag or not at"
                                + " all.",
                remedy));
    }
}
