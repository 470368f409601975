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
 * The data that all pages of a site share.
 *
 * @param mainFeeds the main feeds, one for each language, the default language first
 * @param feeds the feeds that are always published and have a page
 */
record PageContext(
        SiteConfig config, List<Feed> mainFeeds, Collection<PagedFeed> feeds, String folder, List<Asset> assets) {
    /** Returns the path of the page with all feeds. */
    String index() {
        return folder + "/";
    }

    PageHead head(String title, String path, List<PageHead.FeedLink> links) {
        return new PageHead("en", title, asset(path, "text/css"), Optional.of(asset(path, "text/javascript")), links);
    }

    private String asset(String path, String mediaType) {
        return assets.stream()
                .filter(asset -> asset.mediaType().startsWith(mediaType))
                .findFirst()
                .map(asset -> PublicUrl.relative(folder + "/" + asset.name(), path))
                .orElseThrow();
    }

    /** Returns the links to a feed for the head of a page. */
    static List<PageHead.FeedLink> links(Feed feed) {
        return FeedAddress.of(feed).stream()
                .map(address -> new PageHead.FeedLink(address.mediaType(), feed.title(), address.url()))
                .toList();
    }

    /** Returns the title of the site in a language, or in the default language if it has no main feed. */
    LocalizedText site(String language) {
        var feed = mainFeeds.stream()
                .filter(main -> main.language().equals(language))
                .findFirst()
                .orElse(mainFeeds.get(0));
        return LocalizedText.of(feed.title(), feed.language());
    }

    /** Returns the name of a language in English; empty if the site has only one language. */
    Optional<String> language(String code) {
        return config.isMultilingual()
                ? Optional.of(Locale.forLanguageTag(LanguageTag.of(code)).getDisplayName(Locale.ENGLISH))
                : Optional.empty();
    }
}
