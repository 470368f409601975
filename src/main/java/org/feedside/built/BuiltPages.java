package org.feedside.built;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feedside.base.disk.FileStamp;
import org.feedside.base.text.PercentEncoding;

/**
 * The pages of a built site at one time.
 *
 * @param files the HTML files with their stamps, by their paths below the folder
 * @param folders the folder and all folders in it
 */
public record BuiltPages(NavigableMap<String, FileStamp> files, Set<Path> folders) {
    public static final BuiltPages NONE = new BuiltPages(new TreeMap<>(), Set.of());

    public BuiltPages {
        files = Collections.unmodifiableNavigableMap(files);
        folders = Set.copyOf(folders);
    }

    /**
     * A page of this site.
     *
     * @param path its path below the folder
     */
    public record PageFile(String path, FileStamp stamp) {}

    /**
     * Finds the page of an address, which may be a folder's index, a file with or without its extension.
     *
     * @param urlPath the percent-encoded path below base_url, with a leading slash
     * @param prefixes folders in which the pages may be, as {@code ""}, {@code "blog/"} or {@code "fr/"}
     */
    public Optional<PageFile> find(String urlPath, Stream<String> prefixes) {
        return findDecoded(PercentEncoding.decodedPath(urlPath), prefixes);
    }

    private Optional<PageFile> findDecoded(String decoded, Stream<String> prefixes) {
        var path = decoded.replaceFirst("^/+", "");
        var bare = path.replaceFirst("/+$", "");
        return prefixes.flatMap(prefix -> Stream.of(
                                path.isEmpty() || path.endsWith("/") ? path + "index.html" : path,
                                bare + "/index.html",
                                bare + ".html",
                                bare + ".htm")
                        .map(prefix::concat))
                .filter(files::containsKey)
                .findFirst()
                .flatMap(this::file);
    }

    /**
     * Finds the page of an address whose capitals and spaces the generator has replaced.
     *
     * @see #find
     */
    public Optional<PageFile> findSimplified(String urlPath, Stream<String> prefixes) {
        return findDecoded(
                PercentEncoding.decodedPath(urlPath).toLowerCase(Locale.ROOT).replace(' ', '-'), prefixes);
    }

    /** Returns a page with its stamp; empty if it does not exist. */
    public Optional<PageFile> file(String path) {
        return Optional.ofNullable(files.get(path)).map(stamp -> new PageFile(path, stamp));
    }

    /** Returns the URL path of a file, percent-encoded: an index is that of its folder. */
    public static String urlPath(String file) {
        return PercentEncoding.path("/" + file).replaceFirst("(?<=/)index\\.html?$", "");
    }
}
