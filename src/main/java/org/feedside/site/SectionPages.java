package org.feedside.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.config.SiteConfig;
import org.feedside.content.Section;
import org.feedside.content.SortBy;

/** Decides which pages belong to a section (zola.md, section 1). */
final class SectionPages {
    private SectionPages() {}

    /** Whether a page has the key that the section sorts by; Zola drops other pages. */
    static boolean accepts(Section section, LocatedPage page) {
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

    /** The folders of the sections that contain a page: its section, and the one above each that is transparent. */
    static List<String> foldersOf(LocatedPage page, Map<String, Section> sections) {
        var result = new ArrayList<String>();
        var folder = Optional.of(page.folder());
        while (folder.isPresent() && sections.containsKey(folder.get())) {
            var section = sections.get(folder.get());
            if (accepts(section, page)) {
                result.add(folder.get());
            }
            folder = section.transparent() ? parent(folder.get()) : Optional.empty();
        }
        return result;
    }

    /** Whether a page's headings are links: the setting of its section, else of the site (zola.md, section 10.4). */
    static boolean hasLinkedHeadings(LocatedPage page, Map<String, Section> sections, SiteConfig config) {
        return Optional.ofNullable(sections.get(page.folder()))
                .flatMap(Section::linkedHeadings)
                .orElse(config.markdown().linkedHeadings());
    }

    /** The folder above; the content folder is the empty string, and nothing is above it. */
    static Optional<String> parent(String folder) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(folder.substring(0, Math.max(0, folder.lastIndexOf('/'))));
    }
}
