package org.feedside.tools.check;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.Disk;
import org.feedside.base.slugs.Slugs;
import org.feedside.base.toml.Toml;
import org.feedside.config.Configuration;
import org.feedside.config.SiteFolder;
import org.feedside.content.ContentFile;
import org.feedside.content.FrontMatterKeys;
import org.feedside.content.Library;
import org.feedside.site.Site;

/** Finds addresses that two things share, and moves that lead nowhere. */
record AddressLint(Configuration configuration, Site site, List<Diagnostic> problems) {
    /** Finds pages and sections at the address of a feed or of Feedside's own pages. */
    void checkPages(Library library, SiteFeeds feeds) {
        var folder = configuration.service().pages().folder();
        var own = folder.map(name -> configuration.site().permalink("/" + name + "/"));
        var feedPaths = feeds.paths();
        for (ContentFile file : library.sources()) {
            var url = Optional.ofNullable(site.permalinks().get(file.path().path()));
            var path = url.flatMap(feeds::path).map(below -> below.replaceFirst("/$", ""));
            if (url.isPresent() && url.equals(own)) {
                problems.add(Code.PATH_TAKEN.warning(
                        file.file(),
                        "%s is also the address of Feedside's pages, which hide this page: set `pages` in feedside.toml to another path"
                                .formatted(url.get())));
            } else if (path.filter(feedPaths::contains).isPresent()) {
                problems.add(Code.PATH_TAKEN.warning(
                        file.file(),
                        "a feed is at the path of this page, %s: give the page another path".formatted(path.get())));
            }
        }
    }

    /** Finds static files at the paths of feeds, unless Feedside writes its feeds there. */
    void checkFiles(Disk disk, Path folder, SiteFeeds feeds) {
        var root = folder.resolve("static");
        if (TextLint.exists(disk, root, ".feedside")) {
            return;
        }
        for (var path : feeds.paths()) {
            if (TextLint.exists(disk, root, path)) {
                problems.add(
                        Code.PATH_TAKEN.warning(
                                root + "/" + path,
                                "a feed of Feedside has the path of this file, so readers get one or the other: delete the file, or move it"));
            }
        }
    }

    /** Finds moves to paths without a feed or page. */
    void checkMoves(Disk disk, Path folder, SiteFeeds feeds) {
        var file = folder.resolve(SiteFolder.SETTINGS_FILE);
        var moved = SiteFolder.text(disk, file)
                .value()
                .flatMap(text -> Toml.settings(file.toString(), text, new ArrayList<>()))
                .flatMap(table -> table.table("http"))
                .flatMap(http -> http.table("moved"));
        moved.ifPresent(table -> table.keys().forEach(from -> {
            var to = configuration.service().http().moves().target(from.replaceFirst("^/+", ""));
            if (to.filter(path -> !feeds.isBelow(path) && !isPage(path)).isPresent()) {
                problems.add(Code.MOVED_NOWHERE.warning(
                        table.place(from),
                        "%s moved to %s, where there is no feed or page: correct the path".formatted(from, to.get())));
            }
        }));
    }

    private boolean isPage(String path) {
        var url = configuration.site().url("/" + path).replaceFirst("/*$", "");
        return site.permalinks().values().stream()
                .anyMatch(page -> page.replaceFirst("/*$", "").equals(url));
    }

    /** Finds names of terms that differ by more than case, accents and hyphens and have one address, such as C and C#. */
    void checkTerms() {
        Map<String, String> names = new HashMap<>();
        Map<String, Diagnostic> found = new LinkedHashMap<>();
        for (var post : site.posts()) {
            for (var taxonomy : post.language().taxonomies()) {
                for (var name : post.page().taxonomies().getOrDefault(taxonomy.name(), List.of())) {
                    var slug = Slugs.ofPath(name, configuration.site().slugify().taxonomies());
                    var key = post.language().code() + "/" + taxonomy.name() + "/" + slug;
                    var other = names.putIfAbsent(key, name);
                    if (other != null && !letters(other).equals(letters(name))) {
                        found.putIfAbsent(
                                key,
                                Code.SHARED_TERM.warning(
                                        FrontMatterKeys.ofTaxonomy(
                                                post.page(),
                                                configuration.site().layout(),
                                                taxonomy.name()),
                                        "`%s` and `%s` have the same address, so they share one page and one feed: rename one of them"
                                                .formatted(other, name)));
                    }
                }
            }
        }
        problems.addAll(found.values());
    }

    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[\\p{Mn}\\s_./,:;!?'\"&()-]", "")
                .toLowerCase(Locale.ROOT);
    }
}
