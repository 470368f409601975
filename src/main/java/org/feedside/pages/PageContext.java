package org.feedside.pages;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.PageDesign;
import org.feedside.config.SiteConfig;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedPage;
import org.feedside.formats.LanguageTag;
import org.feedside.publishing.PublicUrl;

/**
 * The data that all pages of a site share.
 *
 * @param mainFeeds the main feeds, one for each language, the default language first
 * @param feeds the feeds that are always published and have a page
 */
record PageContext(
        SiteConfig config,
        PageDesign design,
        List<Feed> mainFeeds,
        Collection<PagedFeed> feeds,
        String folder,
        List<Asset> assets) {
    /** Returns the path of the page with all feeds. */
    String index() {
        return folder + "/";
    }

    /** Returns the texts of a page in a language. The configuration replaces those in the default language. */
    Texts texts(String language) {
        var isDefault = language.equals(config.defaultLanguage().code());
        return Texts.in(language, isDefault ? design.texts() : Map.of());
    }

    PageHead head(Texts texts, String title, FeedPage page, String language, List<PageHead.FeedLink> links) {
        var path = page.path();
        var main = main(language);
        var sign = main.icon().flatMap(url -> ownFile(url, path));
        return new PageHead(
                texts,
                title,
                asset(path, Asset.STYLE),
                Optional.of(asset(path, Asset.SCRIPT)),
                links,
                Optional.of(new PageHead.Identity(
                        site(language),
                        main.page(),
                        sign.orElseGet(() -> asset(path, Asset.ICON)),
                        sign,
                        design.style().map(style -> PublicUrl.relative(style, path)),
                        page.url(),
                        main.logo().or(main::icon))));
    }

    /** Returns the relative URL of a file of the site; empty if another server has it, which pages do not use. */
    Optional<String> ownFile(String url, String from) {
        var root = config.url("/");
        return Optional.of(url)
                .filter(u -> u.startsWith(root))
                .map(u -> PublicUrl.relative(PercentEncoding.decodedPath(u.substring(root.length())), from));
    }

    private String asset(String path, String mediaType) {
        return assets.stream()
                .filter(asset -> asset.mediaType().equals(mediaType))
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

    /** Returns the main feed in a language, or in the default language if it has none. */
    private Feed main(String language) {
        return mainFeeds.stream()
                .filter(main -> main.language().equals(language))
                .findFirst()
                .orElse(mainFeeds.get(0));
    }

    /** Returns the title of the site in a language, or in the default language if it has no main feed. */
    LocalizedText site(String language) {
        var feed = main(language);
        return LocalizedText.of(feed.title(), feed.language());
    }

    /** Returns a language's own name for itself; empty if the site has only one language. */
    Optional<LocalizedText> language(String code) {
        var locale = Locale.forLanguageTag(LanguageTag.of(code));
        return config.isMultilingual()
                ? Optional.of(LocalizedText.of(locale.getDisplayName(locale), code))
                : Optional.empty();
    }
}
