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

/** Where the pages and sections of a site stand. */
interface Paths {
    static Paths of(SiteConfig config) {
        return config.layout() instanceof Layout.Folder folder
                ? new PatternPaths(config, folder)
                : new ZolaPaths(config);
    }

    /**
     * Where a page stands; empty if it cannot stand there, which is noted.
     *
     * @param sections the folders that are sections in the default language
     */
    Optional<LocatedPage> locate(Page page, Set<String> sections, List<Diagnostic> problems);

    /** The path of a section, from slash to slash. */
    String of(Section section, Language language);
}
