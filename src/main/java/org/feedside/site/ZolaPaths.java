package org.feedside.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.slugs.Slugs;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.content.Page;
import org.feedside.content.Section;

/** Computes paths as Zola does, from folders and a slug (zola.md, sections 3.2, 5 and 6). */
record ZolaPaths(SiteConfig config) implements Paths {
    /**
     * The language that a file's name ends in (zola.md, section 6).
     *
     * @param name the file's name without {@code .md} and without the suffix of another language
     */
    private record LanguageSuffix(Language language, String name) {
        /** Reads a file's name; empty if its suffix is not a language of the site. */
        static Optional<LanguageSuffix> of(String stem, SiteConfig config) {
            var dot = stem.indexOf('.');
            if (!config.isMultilingual() || dot < 0) {
                return Optional.of(new LanguageSuffix(config.defaultLanguage(), stem));
            }
            var code = stem.substring(dot + 1);
            if (code.equals(config.defaultLanguage().code())) {
                // Zola accepts the code of the default language, but keeps it in the name.
                return Optional.of(new LanguageSuffix(config.defaultLanguage(), stem));
            }
            return config.language(code).map(language -> new LanguageSuffix(language, stem.substring(0, dot)));
        }
    }

    @Override
    public Optional<LocatedPage> locate(Page page, Set<String> sections, List<Diagnostic> problems) {
        if (isMisplaced(page, sections)) {
            problems.add(Code.PATH_TAKEN.error(
                    page.file(),
                    "a folder cannot be both a section and the page index.md: give the page another name"));
            return Optional.empty();
        }
        var suffix = LanguageSuffix.of(page.path().stem(), config);
        if (suffix.isEmpty()) {
            var stem = page.path().stem();
            problems.add(Code.PATH.error(
                    page.file(),
                    "the name ends in a language that is not configured: rename the file, or add [languages.%s]"
                            .formatted(stem.substring(stem.indexOf('.') + 1))));
            return Optional.empty();
        }
        return Optional.of(locate(page, suffix.get()));
    }

    /** Zola rejects an {@code index.md} in the folder of a section and in the content folder itself. */
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
        // An index page of the content folder is the front page of a language; the default language's is rejected
        // above.
        var isFrontPage = folders.isEmpty() && !page.path().isBundle() && name.equals("index");
        var path = page.urlPath()
                .map(ZolaPaths::explicitPath)
                .orElse(withTrailingSlash(LocatedPage.prefix(suffix.language(), config)
                        + (folder.isEmpty() ? "" : folder + "/")
                        + (isFrontPage ? "" : slug)));
        return new LocatedPage(page, suffix.language(), page.date().or(fileName::date), folder, slug, path);
    }

    /** The {@code path} of front matter as written, with a leading and a trailing slash and without a language. */
    private static String explicitPath(String written) {
        var path = written.strip();
        return withTrailingSlash((path.startsWith("/") ? "" : "/") + path);
    }

    private static String withTrailingSlash(String path) {
        return path + (path.endsWith("/") ? "" : "/");
    }

    @Override
    public String sectionPath(Section section, Language language) {
        var folder = section.path().folder();
        return LocatedPage.prefix(language, config) + (folder.isEmpty() ? "" : folder + "/");
    }
}
