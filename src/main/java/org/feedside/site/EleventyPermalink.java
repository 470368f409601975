package org.feedside.site;

import java.util.Set;
import org.feedside.base.slugs.SlugMode;
import org.feedside.base.slugs.Slugs;
import org.feedside.content.Page;
import org.feedside.content.SourcePath;

/** The address of a page by Eleventy's rules: its {@code slugify} filter writes ASCII only. */
final class EleventyPermalink extends HugoPermalink {
    EleventyPermalink(Page page, SourcePath path, Set<String> sections, SlugMode mode) {
        super(page, path, sections, mode);
    }

    @Override
    String title() {
        return Slugs.ofPath(page().title().orElse(""), SlugMode.ON);
    }
}
