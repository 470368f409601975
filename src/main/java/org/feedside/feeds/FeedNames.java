package org.feedside.feeds;

import java.util.List;
import java.util.stream.Stream;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;

/** Names the files of feeds: Feedside's own names, and the names in Zola's {@code feed_filenames}. */
record FeedNames(SiteConfig config) {
    /**
     * Returns the files of a feed in a folder.
     *
     * @param folder below base_url, without a leading slash, with a trailing one unless it is empty
     */
    List<FeedFile> files(String folder, Language language) {
        return Stream.concat(Format.OF_FEEDS.stream().map(Format::fileName), language.feedFilenames().stream())
                .distinct()
                .map(name -> file(folder, name, language.feedFilenames().contains(name)))
                .toList();
    }

    private FeedFile file(String folder, String name, boolean isZolaName) {
        // A term with an empty slug has two slashes in its path, and file systems treat them as one.
        var path = collapseSlashes(folder + name);
        var id = isZolaName ? config.permalink(folder + name) : config.url(folder + name);
        return new FeedFile(
                path, PercentEncoding.permalink(config.url(path)), PercentEncoding.id(id), Format.of(name, config));
    }

    /** Returns the URL of a folder, the argument of {@link FeedFile#urlIn}. */
    String folderUrl(String folder) {
        return PercentEncoding.permalink(config.url(collapseSlashes(folder)));
    }

    static String collapseSlashes(String path) {
        return path.replaceAll("//+", "/");
    }
}
