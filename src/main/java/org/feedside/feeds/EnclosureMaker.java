package org.feedside.feeds;

import java.util.Optional;
import java.util.function.ToLongFunction;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.SiteConfig;
import org.feedside.content.FileAddress;
import org.feedside.content.PageEnclosure;
import org.feedside.site.Post;

/**
 * Makes the enclosure of an entry.
 *
 * @param lengths returns the length of an enclosure in bytes, 0 if unknown
 */
record EnclosureMaker(SiteConfig config, ToLongFunction<PageEnclosure> lengths) {
    Optional<Enclosure> enclosure(Post post) {
        return post.page()
                .enclosure()
                .map(written -> new Enclosure(
                        PercentEncoding.iri(url(post, written.url())), lengths.applyAsLong(written), written.type()));
    }

    private String url(Post post, FileAddress address) {
        if (address.isUrl()) {
            return address.text();
        }
        var folder = post.permalink().substring(0, post.permalink().lastIndexOf('/') + 1);
        return address.isSitePath() ? config.url(address.text()) : folder + address.text();
    }
}
