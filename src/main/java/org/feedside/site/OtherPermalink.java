package org.feedside.site;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.slugs.SlugMode;
import org.feedside.content.Page;
import org.feedside.content.SourcePath;

/** The address of a post in a folder of Jekyll's posts on a site whose generator is unknown. */
final class OtherPermalink extends JekyllPermalink {
    OtherPermalink(Page page, SourcePath path, Set<String> sections, SlugMode mode, Optional<ZoneId> timezone) {
        super(page, path, sections, mode, timezone);
    }

    /** Hugo's placeholders have Hugo's values. */
    @Override
    String baseName() {
        return slug(fileName());
    }
}
