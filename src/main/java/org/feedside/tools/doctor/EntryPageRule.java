package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;

/** Whether the page of the first entry exists, which is the newest one in most feeds. */
final class EntryPageRule implements Rule {
    @Override
    public Optional<List<Remark>> check(Visit visit, Examination all) {
        return visit.feed()
                .flatMap(feed -> all.entry())
                .flatMap(Visit::received)
                .map(page -> page.status() == 404 || page.status() == 410
                        ? List.of(remark(all.entry().orElseThrow(), page.status()))
                        : List.of());
    }

    private static Remark remark(Visit entry, int status) {
        var link = entry.redirects().isEmpty()
                ? entry.address()
                : entry.redirects().get(0).from();
        return Remark.warning(
                "links to %s in its first entry, but the server answers %d there".formatted(link, status),
                "People who open the entry find no page.",
                "upload the pages before the feeds, or set `built` in feedside.toml: then a post is published only once its"
                        + " page is there.");
    }
}
