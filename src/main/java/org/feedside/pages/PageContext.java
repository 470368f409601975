package org.feedside.pages;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feedside.config.SiteConfig;
import org.feedside.feeds.Feed;
import org.feedside.formats.LanguageTag;
import org.feedside.publishing.PublicUrl;

/**
 * What all pages of a site share.
 *
 * @param whole the feeds of the whole site, one for each language, the default one first
 * @param subjects the feeds that are always there and have a page
 * @param folder of the pages
 */
record PageContext(
        SiteConfig config, List<Feed> whole, Collection<PagedFeed> subjects, String folder, List<Asset> assets) {
    /** The path of the list of all feeds. */
    String index() {
        return folder + "/";
    }

    /** What stands around a page at a path. */
    PageHead frame(String title, String at, List<PageHead.FeedLink> feeds) {
        return new PageHead("en", title, asset(at, "text/css"), Optional.of(asset(at, "text/javascript")), feeds);
    }

    private String asset(String at, String mediaType) {
        return assets.stream()
                .filter(asset -> asset.mediaType().startsWith(mediaType))
                .findFirst()
                .map(asset -> PublicUrl.relative(folder + "/" + asset.name(), at))
                .orElseThrow();
    }

    /** The addresses of a feed for the head of a page. */
    static List<PageHead.FeedLink> links(Feed feed) {
        return FeedAddress.of(feed).stream()
                .map(address -> new PageHead.FeedLink(address.mediaType(), feed.title(), address.url()))
                .toList();
    }

    /** The feed of the whole site in a language, else in its default one. */
    Feed whole(String language) {
        return whole.stream()
                .filter(feed -> feed.language().equals(language))
                .findFirst()
                .orElse(whole.get(0));
    }

    /** What the site is called. */
    LocalizedText site(String language) {
        var feed = whole(language);
        return LocalizedText.of(feed.title(), feed.language());
    }

    /** The name of a language, where there are several. */
    Optional<String> language(String code) {
        return config.isMultilingual()
                ? Optional.of(Locale.forLanguageTag(LanguageTag.of(code)).getDisplayName(Locale.ENGLISH))
                : Optional.empty();
    }
}
