package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;

/** Whether the web server sends the file of a feed because the service behind it is down. */
final class FallbackRule implements Rule {
    /** What the blocks of {@code feedside snippet} send with a file; the service sends an entity tag. */
    private static final String CACHE_CONTROL = "public, max-age=600";

    @Override
    public Optional<List<Remark>> check(Visit visit, Examination all) {
        return visit.download().map(d -> isFallback(d) ? List.of(remark()) : List.of());
    }

    static boolean isFallback(FetchResult.Received download) {
        return !download.fields().has("ETag")
                && download.fields()
                        .value("Cache-Control")
                        .filter(CACHE_CONTROL::equals)
                        .isPresent();
    }

    private static Remark remark() {
        return Remark.error(
                "comes from the files that the web server keeps: the service behind it does not respond",
                "Readers get no new posts. Nothing else could be examined.",
                StatusRule.START_SERVICE);
    }
}
