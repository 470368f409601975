package org.feedside.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.slugs.Slugs;
import org.feedside.config.Generator;
import org.feedside.config.Language;
import org.feedside.config.Layout;
import org.feedside.config.PermalinkPattern;
import org.feedside.config.SiteConfig;
import org.feedside.content.Page;
import org.feedside.content.Section;
import org.feedside.content.SourcePath;

/** Computes percent-encoded paths, as generators write them, from a permalink pattern or front matter. */
record PatternPaths(SiteConfig config, Layout.Folder layout) implements Paths {
    @Override
    public Optional<LocatedPage> locate(Page page, Set<String> sections, List<Diagnostic> problems) {
        var language = language(page.path());
        var bare = hasSuffix(page.path(), language)
                ? new SourcePath(page.path().path().replaceFirst("\\.[^./]+(\\.[^./]+)$", "$1"))
                : page.path();
        var permalink =
                HugoPermalink.of(layout, page, bare, sections, config.slugify().paths());
        var path = pattern(page, permalink, problems).map(pattern -> permalink.urlPath(pattern.fill(permalink::value)));
        // In Hugo, a path with a leading slash is that of the site and not of the language.
        var isWhole = layout.generator() == Generator.HUGO
                && page.urlPath().filter(url -> url.startsWith("/")).isPresent();
        var prefix = isWhole ? "/" : LocatedPage.prefix(language, config);
        return path.map(p -> new LocatedPage(
                page, language, page.date(), permalink.sectionFolder(), permalink.baseName(), prefix + p.substring(1)));
    }

    /** The language in the name of a file, such as {@code hello.fr.md}. */
    private Language language(SourcePath path) {
        return config.languages().stream()
                .skip(1)
                .filter(language -> hasSuffix(path, language))
                .findFirst()
                .orElse(config.defaultLanguage());
    }

    private static boolean hasSuffix(SourcePath path, Language language) {
        return path.stem()
                .toLowerCase(Locale.ROOT)
                .endsWith("." + language.code().toLowerCase(Locale.ROOT));
    }

    /** A page without a date is not a post, so the pattern, which is for posts, does not apply. */
    private Optional<PermalinkPattern> pattern(Page page, HugoPermalink permalink, List<Diagnostic> problems) {
        if (page.urlPath().isPresent()) {
            return explicitPath(page, page.urlPath().get(), problems).map(permalink::pattern);
        }
        return Optional.of(
                page.date().isEmpty()
                        ? PermalinkPattern.HUGO_DEFAULT
                        : layout.permalink().orElseGet(permalink::defaultPattern));
    }

    /** The path from front matter, which may be written as a URL below base_url. */
    private Optional<String> explicitPath(Page page, String written, List<Diagnostic> problems) {
        var path = written.strip();
        if (!path.matches("(?i)https?://.*")) {
            return Optional.of(path);
        }
        var base = config.url("");
        if (path.equals(base) || (path + "/").equals(base) || path.startsWith(base)) {
            return Optional.of(path.substring(Math.min(path.length(), base.length() - 1)));
        }
        problems.add(Code.PATH.error(
                page.file(),
                "the URL %s of the page is not below base_url: write a path, as in url: /about/".formatted(path)));
        return Optional.empty();
    }

    @Override
    public String sectionPath(Section section, Language language) {
        var path = new ArrayList<String>();
        section.path()
                .folders()
                .forEach(
                        folder -> path.add(Slugs.ofPath(folder, config.slugify().paths())));
        var prefix = LocatedPage.prefix(language, config);
        return prefix + (path.isEmpty() ? "" : String.join("/", path) + "/");
    }
}
