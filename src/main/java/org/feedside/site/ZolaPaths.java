package org.feedside.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.slugs.Slugs;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.content.Page;
import org.feedside.content.Section;

/** Paths as Zola makes them, of folders and a slug (zola.md, sections 3.2, 5 and 6). */
record ZolaPaths(SiteConfig config) implements Paths {
    @Override
    public Optional<LocatedPage> locate(Page page, Set<String> sections, List<Diagnostic> problems) {
        if (isMisplaced(page, sections)) {
            problems.add(Diagnostic.error(
                    Place.startOf(page.file()),
                    "a folder cannot be a section and the page index.md at once: give the page another name"));
            return Optional.empty();
        }
        var suffix = LanguageSuffix.of(page.path().stem(), config);
        if (suffix.isEmpty()) {
            var stem = page.path().stem();
            problems.add(Diagnostic.error(
                    Place.startOf(page.file()),
                    "the name ends in a language that the configuration does not know: rename the file, or add [languages.%s]"
                            .formatted(stem.substring(stem.indexOf('.') + 1))));
            return Optional.empty();
        }
        return Optional.of(locate(page, suffix.get()));
    }

    /** Zola refuses an {@code index.md} where a section, or the site itself, already is. */
    private static boolean isMisplaced(Page page, Set<String> sections) {
        var folder = page.path().folder();
        return page.path().stem().equals("index") && (folder.isEmpty() || sections.contains(folder));
    }

    private LocatedPage locate(Page page, LanguageSuffix suffix) {
        var folders = new ArrayList<>(page.path().folders());
        var name = suffix.name();
        if (page.path().isBundle()) {
            var last = folders.remove(folders.size() - 1);
            name = name.equals("index") ? last : name;
        }
        var fileName = PageFileName.of(name, config.slugify().pathsKeepDates());
        var slug = Slugs.ofPath(
                page.slug().orElse(fileName.slug()), config.slugify().paths());
        var folder = String.join("/", folders);
        // Only other languages come here with an index at the top: it is their front page.
        var isFront = folders.isEmpty() && !page.path().isBundle() && name.equals("index");
        var path = page.urlPath()
                .map(ZolaPaths::wholePath)
                .orElse(slashed(LocatedPage.prefix(suffix.language(), config)
                        + (folder.isEmpty() ? "" : folder + "/")
                        + (isFront ? "" : slug)));
        return new LocatedPage(page, suffix.language(), page.date().or(fileName::date), folder, slug, path);
    }

    /** Front matter's {@code path}: as written, from slash to slash, without a language. */
    private static String wholePath(String written) {
        var path = written.strip();
        return slashed((path.startsWith("/") ? "" : "/") + path);
    }

    private static String slashed(String path) {
        return path + (path.endsWith("/") ? "" : "/");
    }

    @Override
    public String of(Section section, Language language) {
        var folder = section.path().folder();
        return LocatedPage.prefix(language, config) + (folder.isEmpty() ? "" : folder + "/");
    }
}
