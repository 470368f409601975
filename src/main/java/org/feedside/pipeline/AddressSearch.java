package org.feedside.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.feedside.base.disk.FileStamp;
import org.feedside.base.text.PercentEncoding;
import org.feedside.built.BuiltFolder;
import org.feedside.built.BuiltPages;
import org.feedside.config.SiteConfig;
import org.feedside.markup.built.PageFacts;
import org.feedside.site.Post;

/** Searches the page of a post at whose address there is none: the pages say for themselves what they are. */
final class AddressSearch {
    /** A text that is long enough to be that of one page only. */
    private static final int MIN_TEXT = 60;

    /** The home page, and the further pages of a list. */
    private static final Pattern LIST = Pattern.compile("^index\\.html?$|(?:^|/)page/\\d+/");

    private final Map<String, Known> known = new HashMap<>();

    private record Known(FileStamp stamp, PageFacts facts) {}

    /**
     * Returns the pages that may be the post's.
     *
     * @param taken the pages of other posts
     * @param allTitles the titles of all posts
     */
    List<String> find(Post post, BuiltFolder folder, BuiltPages pages, Set<String> taken, Set<String> allTitles) {
        known.keySet().retainAll(pages.files().keySet());
        pages.files().keySet().stream()
                .filter(file -> !taken.contains(file))
                .forEach(file -> read(file, folder, pages));
        var byUrl = matching(
                taken,
                facts -> facts.urls().stream()
                        .anyMatch(url ->
                                PercentEncoding.permalink(post.permalink()).equals(url)));
        if (!byUrl.isEmpty()) {
            return byUrl;
        }
        var title = PageFacts.title(post.page().title().orElse(""));
        var titled = matching(
                taken, facts -> !title.isEmpty() && facts.titles().contains(title) && !isList(facts, allTitles));
        var day =
                post.date().text().substring(0, Math.min(10, post.date().text().length()));
        var dated =
                titled.stream().filter(file -> facts(file).days().contains(day)).toList();
        return nearest(
                post.path(),
                dated.isEmpty()
                        ? titled.stream()
                                .filter(file -> hasText(folder, file, post))
                                .toList()
                        : dated);
    }

    /** Whether a page shows several posts. */
    private static boolean isList(PageFacts facts, Set<String> allTitles) {
        return facts.titles().stream().filter(allTitles::contains).count() > 1;
    }

    /** Returns the pages that share most of their folders with an address, as those in the same language do. */
    private static List<String> nearest(String path, List<String> files) {
        var most =
                files.stream().mapToInt(file -> sharedFolders(path, file)).max().orElse(0);
        return files.stream().filter(file -> sharedFolders(path, file) == most).toList();
    }

    private static int sharedFolders(String path, String file) {
        var folders = path.substring(1).split("/", -1);
        var others = file.split("/", -1);
        int shared = 0;
        while (shared < Math.min(folders.length, others.length) && folders[shared].equals(others[shared])) {
            shared++;
        }
        return shared;
    }

    /** Returns the path of a page below base_url: that of its canonical link, else that of its file. */
    String urlPath(String file, BuiltFolder folder, BuiltPages pages, SiteConfig config) {
        read(file, folder, pages);
        var base = config.url("").replaceFirst("^https?:", "");
        return facts(file).urls().stream()
                .map(url -> url.replaceFirst("^https?:", ""))
                .filter(url -> url.startsWith(base))
                .map(url -> url.substring(base.length() - 1))
                .findFirst()
                .orElseGet(() -> BuiltPages.urlPath(file));
    }

    private void read(String file, BuiltFolder folder, BuiltPages pages) {
        var stamp = Optional.ofNullable(pages.files().get(file));
        if (!Optional.ofNullable(known.get(file)).map(Known::stamp).equals(stamp)) {
            known.put(
                    file,
                    new Known(
                            stamp.orElseThrow(), PageFacts.of(folder.text(file).orElse(""))));
        }
    }

    private PageFacts facts(String file) {
        return Optional.ofNullable(known.get(file)).orElseThrow().facts();
    }

    private List<String> matching(Set<String> taken, Predicate<PageFacts> test) {
        return known.entrySet().stream()
                .filter(page -> !taken.contains(page.getKey())
                        && !LIST.matcher(page.getKey()).find()
                        && test.test(page.getValue().facts()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Returns whether a page has the longest line of the post. */
    private static boolean hasText(BuiltFolder folder, String file, Post post) {
        return post.page()
                .text()
                .body()
                .lines()
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .filter(line -> line.length() >= MIN_TEXT)
                .filter(line -> folder.text(file)
                        .filter(html -> PageFacts.hasText(html, line))
                        .isPresent())
                .isPresent();
    }
}
