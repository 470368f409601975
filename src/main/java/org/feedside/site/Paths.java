package org.feedside.site;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.config.Language;
import org.feedside.config.Layout;
import org.feedside.config.SiteConfig;
import org.feedside.content.Page;
import org.feedside.content.Section;

/** Computes the paths of pages and sections. */
interface Paths {
    static Paths of(SiteConfig config) {
        return config.layout() instanceof Layout.Folder folder
                ? new PatternPaths(config, folder)
                : new ZolaPaths(config);
    }

    /**
     * Computes the path of a page; empty if it cannot have one, which is added to {@code problems}.
     *
     * @param sections the folders that are sections of the default language
     */
    Optional<LocatedPage> locate(Page page, Set<String> sections, List<Diagnostic> problems);

    /** The path of a section, with a leading and a trailing slash. */
    String sectionPath(Section section, Language language);
}
