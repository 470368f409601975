package org.feedside.site;

import java.util.ArrayList;
import java.util.Optional;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.content.Page;
import org.feedside.content.PageDate;
import org.feedside.content.Section;
import org.feedside.slugs.Slugs;

/**
 * A page with what follows from its name and the configuration (zola.md, sections 3.2, 5 and 6).
 *
 * @param date front matter's, else the one in the name
 * @param folder the folder whose section the page belongs to
 */
record Located(Page page, Language language, Optional<PageDate> date, String folder, String slug, String path) {
    static Located of(Page page, LanguageSuffix suffix, SiteConfig config) {
        var folders = new ArrayList<>(page.path().folders());
        var name = suffix.name();
        if (page.path().isBundle()) {
            var last = folders.remove(folders.size() - 1);
            name = name.equals("index") ? last : name;
        }
        var fileName = FileName.of(name, config.slugify().pathsKeepDates());
        var slug = Slugs.ofPath(
                page.slug().orElse(fileName.slug()), config.slugify().paths());
        var folder = String.join("/", folders);
        // Only other languages come here with an index at the top: it is their front page.
        var isFront = folders.isEmpty() && !page.path().isBundle() && name.equals("index");
        var path = page.urlPath()
                .map(Located::wholePath)
                .orElse(slashed(prefix(suffix.language(), config)
                        + (folder.isEmpty() ? "" : folder + "/")
                        + (isFront ? "" : slug)));
        return new Located(page, suffix.language(), page.date().or(fileName::date), folder, slug, path);
    }

    /** Front matter's {@code path}: as written, from slash to slash, without a language. */
    private static String wholePath(String written) {
        var path = written.strip();
        return slashed((path.startsWith("/") ? "" : "/") + path);
    }

    private static String slashed(String path) {
        return path + (path.endsWith("/") ? "" : "/");
    }

    /** The path of a section. */
    static String pathOf(Section section, Language language, SiteConfig config) {
        var folder = section.path().folder();
        return prefix(language, config) + (folder.isEmpty() ? "" : folder + "/");
    }

    /** The path below which all of a language stands. */
    static String prefix(Language language, SiteConfig config) {
        return language.equals(config.defaultLanguage()) ? "/" : "/" + language.code() + "/";
    }
}
