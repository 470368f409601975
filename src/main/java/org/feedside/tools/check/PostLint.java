package org.feedside.tools.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.text.Suggestion;
import org.feedside.base.toml.Table;
import org.feedside.config.Layout;
import org.feedside.config.SiteConfig;
import org.feedside.content.FrontMatterKeys;
import org.feedside.content.Library;
import org.feedside.content.Page;
import org.feedside.content.Section;
import org.feedside.content.SortBy;
import org.feedside.content.SourcePath;
import org.feedside.site.Site;

/** Finds keys of front matter that have no effect, and posts without a date. */
record PostLint(SiteConfig config, Site site, List<Diagnostic> problems) {
    private static final Set<String> ZOLAS_KEYS = Set.of("""
            title description date updated weight draft slug path taxonomies aliases authors template in_search_index extra
            render include_in_feeds""".split("\\s+", -1));

    /** Pages that have no date on most sites, even beside posts. */
    private static final Set<String> UNDATED = Set.of("""
            404 about archive contact cv imprint index links now privacy projects resume search uses""".split("\\s+", -1));

    void check(Library library) {
        var pages = library.sources().stream()
                .filter(source -> source instanceof Page)
                .map(source -> (Page) source)
                .toList();
        var posts = site.posts().stream().map(post -> post.page().path()).collect(Collectors.toSet());
        var dated = site.posts().stream()
                .collect(Collectors.groupingBy(post -> folder(post.page()), Collectors.counting()));
        var sorted = library.sources().stream()
                .filter(source -> source instanceof Section section && section.sortBy() == SortBy.DATE)
                .map(source -> source.path().folder())
                .collect(Collectors.toSet());
        var all = pages.stream().collect(Collectors.groupingBy(PostLint::folder, Collectors.counting()));
        for (var page : pages) {
            if (config.layout() instanceof Layout.Zola) {
                FrontMatterKeys.of(page, config.layout()).ifPresent(this::checkKeys);
            }
            if (hasNoDate(page, posts) && !UNDATED.contains(page.path().pageName())) {
                var folder = folder(page);
                if (site.posts().isEmpty() || sorted.contains(folder) || mostHaveDates(folder, dated, all)) {
                    problems.add(warning(page));
                }
            }
        }
    }

    private static boolean mostHaveDates(String folder, Map<String, Long> dated, Map<String, Long> all) {
        return 2 * dated.getOrDefault(folder, 0L) >= all.getOrDefault(folder, 0L);
    }

    private boolean hasNoDate(Page page, Set<SourcePath> posts) {
        return page.date().isEmpty()
                && page.inFeeds()
                && !page.draft()
                && site.permalinks().containsKey(page.path().path())
                && !posts.contains(page.path());
    }

    private Diagnostic warning(Page page) {
        var place = FrontMatterKeys.of(page, config.layout()).map(Table::place).orElseThrow();
        return Code.NO_DATE.warning(
                place, "the post has no `date`, so it is in no feed: add its date to its front matter");
    }

    /** The folder of the section of a page: a bundle has a folder of its own. */
    private static String folder(Page page) {
        var folder = page.path().folder();
        return page.path().isBundle() ? folder.substring(0, Math.max(0, folder.lastIndexOf('/'))) : folder;
    }

    private void checkKeys(Table keys) {
        var taxonomies = new ArrayList<>(List.of("tags", "categories"));
        config.defaultLanguage().taxonomies().forEach(taxonomy -> taxonomies.add(taxonomy.name()));
        for (var key : keys.keys()) {
            if (taxonomies.contains(key) && !ZOLAS_KEYS.contains(key)) {
                problems.add(Code.MISPLACED_KEY.warning(
                        keys.place(key),
                        "`%s` has no effect here, so the post has none of these terms: write it below [taxonomies]"
                                .formatted(key)));
            } else if (!ZOLAS_KEYS.contains(key)) {
                Suggestion.similar(ZOLAS_KEYS, key)
                        .ifPresent(known -> problems.add(Code.UNKNOWN_KEY.warning(
                                keys.place(key),
                                "the key `%s` has no effect; did you mean `%s`?".formatted(key, known))));
            }
        }
    }
}
