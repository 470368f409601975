package org.feedside.tools.check;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.feedside.base.text.PercentEncoding;
import org.feedside.base.text.WebUrl;
import org.feedside.config.Configuration;
import org.feedside.config.MovedFeeds;
import org.feedside.config.SiteConfig;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Feeds;
import org.feedside.feeds.Format;
import org.feedside.site.PostCollection;
import org.feedside.site.Site;
import org.jspecify.annotations.Nullable;

/** Finds the feeds at the addresses of a site. */
final class SiteFeeds {
    private final SiteConfig config;
    private final URI base;
    private final String basePath;
    private final Feeds feeds;
    private final MovedFeeds moves;
    private final Map<String, FeedAtPath> files = new HashMap<>();
    private final Map<String, Feed> termFeeds = new HashMap<>();

    SiteFeeds(Configuration configuration, Site site, Feeds feeds) {
        this.config = site.config();
        this.base = config.address();
        this.basePath = Optional.ofNullable(base.getPath()).orElse("").replaceFirst("/*$", "/");
        this.feeds = feeds;
        this.moves = configuration.service().http().moves();
        for (var feed : feeds.all()) {
            feed.files().forEach(file -> files.put(FeedFile.composed(file.path()), new FeedAtPath(feed, file)));
        }
        for (var posts : site.collections()) {
            if (posts instanceof PostCollection.OfTerm term) {
                var path = FeedFile.composed(term.path().substring(1));
                Optional.ofNullable(files.get(path + Format.ATOM.fileName()))
                        .ifPresent(here -> termFeeds.put(path, here.feed()));
            }
        }
    }

    /** A feed and the file that is at an address. */
    record FeedAtPath(Feed feed, FeedFile file) {}

    /** Returns the URL of a page of the folder. {@code index.html} is published as its folder. */
    String address(String page) {
        return PercentEncoding.permalink(config.url(pagePath(page)));
    }

    /** Returns whether a URL has the site's scheme, host and port; false for an invalid URL. */
    boolean isOurs(String address) {
        return WebUrl.parse(address)
                .filter(uri -> same(uri.getScheme(), base.getScheme())
                        && same(uri.getHost(), base.getHost())
                        && uri.getPort() == base.getPort())
                .isPresent();
    }

    /** Returns the path of a URL below base_url, whatever its host; decoded and without a leading slash. */
    Optional<String> path(String address) {
        return WebUrl.parse(address)
                .flatMap(uri -> Optional.ofNullable(uri.getPath()))
                .filter(path -> path.startsWith(basePath))
                .map(path -> FeedFile.composed(path.substring(basePath.length())));
    }

    /** Returns the feed at a path. */
    Optional<FeedAtPath> at(String path) {
        return Optional.ofNullable(files.get(path))
                .or(() -> feeds.onDemand().find(path).value().map(here -> new FeedAtPath(here.feed(), here.file())));
    }

    /** Returns the paths of the feeds that are files, and of their list. */
    Set<String> paths() {
        var paths = new TreeSet<>(files.keySet());
        paths.add(Format.OPML.fileName());
        return paths;
    }

    /** Returns whether a path is that of a feed or, if it ends with a slash, of a folder with feeds. */
    boolean isBelow(String path) {
        return at(path).isPresent()
                || (path.endsWith("/") && files.keySet().stream().anyMatch(file -> file.startsWith(path)))
                || path.equals(Format.OPML.fileName());
    }

    /** Returns the URL to which the feed at a path has moved. */
    Optional<String> moved(String path) {
        return moves.target(path)
                .or(() -> feeds.onDemand().find(path).newPath())
                .flatMap(this::at)
                .map(here -> here.file().url());
    }

    /** Returns the feed of the term that a page is about. */
    Optional<Feed> ofTerm(String page) {
        return Optional.ofNullable(termFeeds.get(FeedFile.composed(pagePath(page))));
    }

    private static String pagePath(String page) {
        return page.replaceFirst("(^|/)index\\.html$", "$1");
    }

    /** Returns the URL to suggest for a media type: that of the site's main feed. */
    Optional<String> suggestion(Optional<String> type) {
        return feeds.all().stream().findFirst().map(feed -> address(feed, type));
    }

    /** Returns the URL of a feed in this media type, otherwise in Atom. */
    static String address(Feed feed, Optional<String> type) {
        return feed.files().stream()
                .filter(file -> type.equals(Optional.of(file.format().mediaType())))
                .findFirst()
                .orElse(feed.files().get(0))
                .url();
    }

    String host() {
        return base.getScheme() + "://" + base.getRawAuthority();
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equalsIgnoreCase(other);
    }
}
