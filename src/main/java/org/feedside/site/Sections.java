package org.feedside.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.config.Generator;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.content.ContentFile;
import org.feedside.content.Page;
import org.feedside.content.Section;
import org.feedside.content.SortBy;
import org.feedside.content.SourcePath;

/**
 * The published sections of a site, and which pages belong to them (zola.md, section 1).
 *
 * @param byLanguage by language code, then by folder
 * @param draftFolders the folders whose pages are hidden, because their section is a draft
 */
record Sections(Map<String, Map<String, Section>> byLanguage, Set<String> draftFolders) {
    /** Finds the sections in the files. */
    static Sections of(List<ContentFile> sources, SiteConfig config, boolean drafts) {
        var all = Stream.concat(
                        sources.stream().flatMap(source -> source instanceof Section s ? Stream.of(s) : Stream.empty()),
                        unwritten(sources, config))
                .filter(section -> language(section, config).isPresent())
                .toList();
        var sections = new Sections(new HashMap<>(), new HashSet<>());
        all.stream()
                .filter(section -> section.draft() && !drafts)
                .forEach(section -> sections.draftFolders.add(section.path().folder()));
        all.stream()
                .filter(section -> !sections.isDraft(section.path()))
                .forEach(section -> sections.byLanguage
                        .computeIfAbsent(language(section, config).orElseThrow().code(), code -> new TreeMap<>())
                        .put(section.path().folder(), section));
        return sections;
    }

    /** In Hugo, each folder at the top that has pages is a section, also without {@code _index.md}. */
    private static Stream<Section> unwritten(List<ContentFile> sources, SiteConfig config) {
        if (config.layout().generator() != Generator.HUGO) {
            return Stream.empty();
        }
        var written = sources.stream().map(source -> source.path().path()).collect(Collectors.toSet());
        return sources.stream()
                .filter(source ->
                        source instanceof Page page && !page.path().folder().isEmpty() && page.inFeeds())
                .map(page -> page.path().folders().get(0))
                .distinct()
                .flatMap(folder -> config.languages().stream()
                        .map(language -> language.equals(config.defaultLanguage()) ? "" : "." + language.code())
                        .map(suffix -> folder + "/_index" + suffix + ".md")
                        .filter(path -> !written.contains(path))
                        .map(path -> Section.unwritten(new SourcePath(path), folder)));
    }

    /** Zola reads {@code _index.md} and those of the other languages, and ignores all others. */
    private static Optional<Language> language(Section section, SiteConfig config) {
        var stem = section.path().stem();
        return stem.equals("_index")
                ? Optional.of(config.defaultLanguage())
                : config.languages().stream()
                        .skip(1)
                        .filter(language -> stem.equals("_index." + language.code()))
                        .findFirst();
    }

    /** The sections of a language, by folder. */
    Map<String, Section> of(Language language) {
        return byLanguage.getOrDefault(language.code(), Map.of());
    }

    /** Whether the section of a file's folder, or of a folder above it, is a draft. */
    boolean isDraft(SourcePath path) {
        var folder = Optional.of(path.folder());
        while (folder.isPresent()) {
            if (draftFolders.contains(folder.get())) {
                return true;
            }
            folder = parent(folder.get());
        }
        return false;
    }

    /** The folders of the sections that contain a page: its section, and the one above each that is transparent. */
    List<String> foldersOf(LocatedPage page) {
        var sections = of(page.language());
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

    /** Whether a page has the key that the section sorts by; Zola drops other pages. */
    private static boolean accepts(Section section, LocatedPage page) {
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

    /** Whether a page's headings are links: the setting of its section; empty to use the site's. */
    Optional<Boolean> linkedHeadings(LocatedPage page) {
        return Optional.ofNullable(of(page.language()).get(page.folder())).flatMap(Section::linkedHeadings);
    }

    /** The folder above; the content folder is the empty string, and nothing is above it. */
    private static Optional<String> parent(String folder) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(folder.substring(0, Math.max(0, folder.lastIndexOf('/'))));
    }
}
