package org.feedside.site;

import java.util.Optional;
import org.feedside.content.Section;
import org.feedside.content.SortBy;

/** Which pages a section's order lets in (zola.md, section 1). */
final class SectionPages {
    private SectionPages() {}

    /** Whether a page has what the section orders by; Zola drops the others. */
    static boolean lets(Section section, Located page) {
        var sortBy = section.sortBy();
        if (sortBy == SortBy.WEIGHT) {
            return page.page().weight().isPresent();
        } else if (sortBy == SortBy.TITLE || sortBy == SortBy.TITLE_BYTES) {
            return page.page().title().isPresent();
        } else if (sortBy == SortBy.DATE) {
            return page.date().isPresent();
        } else if (sortBy == SortBy.UPDATE_DATE) {
            return page.date().isPresent() || page.page().updated().isPresent();
        }
        return true;
    }

    /** The folder above, empty for the top; nothing above the top. */
    static Optional<String> parent(String folder) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(folder.substring(0, Math.max(0, folder.lastIndexOf('/'))));
    }
}
