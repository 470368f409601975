package org.feedside.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.slugs.Slugs;
import org.feedside.config.Language;
import org.feedside.config.Layout;
import org.feedside.config.PermalinkPattern;
import org.feedside.config.SiteConfig;
import org.feedside.content.Page;
import org.feedside.content.Section;

/**
 * Paths by a pattern, or by what a page's front matter says. They are percent-encoded, as the generators print them in
 * feeds.
 */
record PatternPaths(SiteConfig config, Layout.Folder layout) implements Paths {
    @Override
    public Optional<LocatedPage> locate(Page page, Set<String> sections, List<Diagnostic> problems) {
        var names = new PermalinkPlaceholders(page, sections, config.slugify().paths(), layout.timezone());
        var path = pattern(page, problems).map(pattern -> UrlPath.of(pattern.fill(names::value), page.path()));
        return path.map(p -> new LocatedPage(
                page, config.defaultLanguage(), page.date(), names.sectionFolder(), names.baseName(), p.text()));
    }

    /** A page without a date is no post, so it has no place in a pattern made for posts. */
    private Optional<PermalinkPattern> pattern(Page page, List<Diagnostic> problems) {
        if (page.urlPath().isPresent()) {
            return ownPath(page, page.urlPath().get(), problems).map(PermalinkPattern::new);
        }
        if (page.date().isEmpty()) {
            return Optional.of(PermalinkPattern.FOLDERS);
        }
        var usual = page.path().isJekylls() ? PermalinkPattern.JEKYLLS : PermalinkPattern.FOLDERS;
        return Optional.of(layout.permalink().orElse(usual));
    }

    /** Front matter's path, which may be written with the site's own address. */
    private Optional<String> ownPath(Page page, String written, List<Diagnostic> problems) {
        var own = written.strip();
        if (!own.matches("(?i)https?://.*")) {
            return Optional.of(own);
        }
        var base = config.url("");
        if (own.equals(base) || (own + "/").equals(base) || own.startsWith(base)) {
            return Optional.of(own.substring(Math.min(own.length(), base.length() - 1)));
        }
        problems.add(Diagnostic.error(
                Place.startOf(page.file()),
                "the page says that its address is %s, which is not below base_url: write a path, as in url: /about/"
                        .formatted(own)));
        return Optional.empty();
    }

    @Override
    public String of(Section section, Language language) {
        var path = new ArrayList<String>();
        section.path()
                .folders()
                .forEach(
                        folder -> path.add(Slugs.ofPath(folder, config.slugify().paths())));
        return path.isEmpty() ? "/" : "/" + String.join("/", path) + "/";
    }
}
