package org.feedside.feeds;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;

/** The files of a feed: ours, and those that Zola names. */
record FeedNames(SiteConfig config) {
    /**
     * The files of a feed in a folder.
     *
     * @param folder below base_url, without a leading slash, with one at the end unless it is empty
     */
    List<FeedFile> in(String folder, Language language) {
        var names = new LinkedHashSet<String>();
        for (var format : Format.OF_FEEDS) {
            names.add(format.fileName());
        }
        names.addAll(language.feedFilenames());
        var files = new ArrayList<FeedFile>();
        for (var name : names) {
            // A term of which the slug leaves nothing has two slashes in its path, which are one in any folder.
            var path = oneSlash(folder + name);
            var isZolas = language.feedFilenames().contains(name);
            var id = isZolas ? config.permalink(folder + name) : config.url(folder + name);
            files.add(new FeedFile(path, PercentEncoding.iri(config.url(path)), id, Format.of(name, config)));
        }
        return files;
    }

    /** The URL of a folder, as {@link FeedFile#in} wants it. */
    String folderUrl(String folder) {
        return PercentEncoding.iri(config.url(oneSlash(folder)));
    }

    static String oneSlash(String path) {
        return path.replaceAll("//+", "/");
    }
}
