package org.feedside.refreshing;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.content.Library;
import org.feedside.content.SourcePath;
import org.feedside.pipeline.SiteReading;
import org.feedside.site.Post;

/** What readers see of the files that have problems. */
final class ReadersView {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private ReadersView() {}

    /** Returns what readers see, by the file; only for problems in the folder of posts and in the feeds folder. */
    static Map<String, String> of(SiteReading reading, Path content, Path feeds, Collection<Diagnostic> problems) {
        var library = reading.library();
        var views = new HashMap<String, String>();
        for (var problem : problems) {
            var file = problem.place().file();
            if (file.startsWith(below(content))) {
                var path = file.substring(below(content).length()).replace('\\', '/');
                views.put(file, ofFile(library, new SourcePath(path)));
            } else if (file.equals(feeds.toString()) || file.startsWith(below(feeds))) {
                views.put(file, "Feedside serves the current feeds; the files in the feeds folder may be older");
            }
        }
        if (!views.isEmpty()) {
            var separator = content.getFileSystem().getSeparator();
            for (var post : reading.site().posts()) {
                var file = post.page().file();
                views.computeIfPresent(file, (f, view) -> ofPost(library, post));
                // The posts of a folder that cannot be listed are still there. Texts are faster than paths here.
                for (var end = file.lastIndexOf(separator);
                        end > content.toString().length();
                        end = file.lastIndexOf(separator, end - 1)) {
                    views.replace(file.substring(0, end), "last good versions of the posts below it");
                }
            }
        }
        return views;
    }

    private static String below(Path folder) {
        return folder + folder.getFileSystem().getSeparator();
    }

    /** Returns what readers see of a file that is not that of a post in feeds. */
    private static String ofFile(Library library, SourcePath path) {
        var isKnown = library.lastGoodText(path).isPresent();
        if (!path.isSection()) {
            return isKnown ? "in no feed" : "not published yet";
        } else if (library.isUsedAsIs(path)) {
            return "used as it is now";
        }
        return isKnown ? "last good version of this file" : "the feeds are made without this file";
    }

    private static String ofPost(Library library, Post post) {
        return library.isUsedAsIs(post.page().path())
                ? "published as it is now"
                : "last good version of " + DAY.format(post.updated().dateTime());
    }
}
