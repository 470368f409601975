package org.feedside.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.config.KnownPosts;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.content.ContentFile;
import org.feedside.content.Page;
import org.feedside.content.SourcePath;
import org.feedside.markup.ContentLinks;

/** Builds a site in the order in which Zola does: sections, pages, terms, then the posts of each section and term. */
final class SiteBuilder {
    private final List<ContentFile> sources;
    private final SiteConfig config;
    private final PlacementRules rules;
    private final Map<SourcePath, Placement> placements = new HashMap<>();
    private final Map<String, LocatedPage> byPath = new HashMap<>();
    private final Set<String> contested = new HashSet<>();
    private final Map<Language, Terms> terms = new HashMap<>();

    SiteBuilder(List<ContentFile> sources, SiteConfig config, KnownPosts known, Site.View view) {
        this.sources = sources;
        this.config = config;
        this.rules = new PlacementRules(
                config, view, Sections.of(sources, config, view.drafts()), new KnownIds(known, sources));
    }

    /**
     * A site and what an update needs to know about its pages. An update changes the maps and sets.
     *
     * @param paths the paths that pages own
     * @param contested the paths that several pages want to own
     */
    record BuiltSite(
            Site site,
            PlacementRules rules,
            Map<SourcePath, Placement> placements,
            Set<String> paths,
            Set<String> contested,
            Map<Language, Terms> terms) {}

    BuiltSite build() {
        var pages = place();
        var ofLanguages = new ArrayList<PostCollection>();
        var ofSections = new ArrayList<PostCollection>();
        var ofTerms = new ArrayList<PostCollection>();
        for (var language : config.languages()) {
            var posts = posts(language, pages);
            var newestFirst = posts.stream().map(PlacedPost::post).toList();
            ofLanguages.add(new PostCollection.OfLanguage(language, LocatedPage.prefix(language, config), newestFirst));
            ofSections.addAll(sectionsOf(language, posts));
            ofTerms.addAll(termsOf(language, newestFirst));
        }
        var collections = new ArrayList<>(ofLanguages);
        collections.addAll(ofSections);
        collections.addAll(ofTerms);
        var notes = pages.stream().map(Placement::notes).toList();
        var problems = new ArrayList<>(rules.known().problems());
        notes.forEach(note -> problems.addAll(note.problems()));
        var site = new Site(
                config,
                collections,
                permalinks(pages),
                notes.stream()
                        .flatMap(note -> note.scheduled().stream())
                        .sorted(Comparator.comparing(Site.ScheduledPost::until).thenComparing(Site.ScheduledPost::file))
                        .toList(),
                notes.stream().flatMap(Placement.Notes::changes).min(Comparator.naturalOrder()),
                problems);
        return new BuiltSite(site, rules, placements, new HashSet<>(byPath.keySet()), contested, terms);
    }

    /** The pages in the order of their files; no two that are rendered have the same path. */
    private List<Placement> place() {
        var pages = new ArrayList<Placement>();
        for (var source : sources) {
            if (source instanceof Page page) {
                var placement = hiddenIfTaken(rules.place(page));
                placements.put(page.path(), placement);
                pages.add(placement);
            }
        }
        return pages;
    }

    private Placement hiddenIfTaken(Placement placement) {
        var path = placement.ownPath();
        var other = path.map(p -> byPath.putIfAbsent(p, placement.page().orElseThrow()));
        if (other.isEmpty()) {
            return placement;
        }
        contested.add(path.get());
        var problem = Code.PATH_TAKEN.error(
                placement.page().orElseThrow().page().file(),
                "the path %s is already taken by %s: give one of them another slug"
                        .formatted(path.get(), other.get().page().file()));
        return Placement.hidden(new Placement.Notes(
                List.<Diagnostic>of(problem),
                placement.notes().scheduled(),
                placement.notes().expiry()));
    }

    private Map<String, String> permalinks(List<Placement> pages) {
        var permalinks = new HashMap<String, String>();
        for (var language : config.languages()) {
            for (var section : rules.sections().of(language).values()) {
                permalinks.put(
                        section.path().path(), config.permalink(Paths.of(config).sectionPath(section, language)));
            }
        }
        var located =
                pages.stream().flatMap(placement -> placement.page().stream()).toList();
        located.forEach(page -> permalinks.put(page.page().path().path(), config.url(page.path())));
        if (config.layout().generator().hasReferencesByName()) {
            located.stream()
                    .collect(Collectors.groupingBy(page -> page.page().path().pageName()))
                    .forEach((name, named) -> {
                        if (named.size() == 1) {
                            permalinks.put(
                                    ContentLinks.NAMED + name,
                                    config.url(named.get(0).path()));
                        }
                    });
        }
        return permalinks;
    }

    /** The posts of a language with their terms, newest first. */
    private List<PlacedPost> posts(Language language, List<Placement> pages) {
        var own = new Terms(config, language);
        terms.put(language, own);
        var ofLanguage = pages.stream()
                .filter(placement -> placement
                        .page()
                        .filter(page -> page.language().equals(language))
                        .isPresent())
                .toList();
        ofLanguage.forEach(placement -> own.add(placement.page().orElseThrow().page()));
        return ofLanguage.stream()
                .flatMap(placement -> PlacedPost.of(placement, terms).stream())
                .sorted(Comparator.comparing(PlacedPost::post, Post.NEWEST_FIRST))
                .toList();
    }

    /** The sections with their posts, which keep their order. */
    private List<PostCollection> sectionsOf(Language language, List<PlacedPost> posts) {
        Map<String, List<Post>> bySection = new HashMap<>();
        posts.forEach(placed -> placed.placement()
                .folders()
                .forEach(folder -> bySection
                        .computeIfAbsent(folder, f -> new ArrayList<>())
                        .add(placed.post())));
        var result = new ArrayList<PostCollection>();
        rules.sections()
                .of(language)
                .forEach((folder, section) -> result.add(new PostCollection.OfSection(
                        language,
                        section,
                        Paths.of(config).sectionPath(section, language),
                        bySection.getOrDefault(folder, List.of()))));
        return result;
    }

    /** The terms with their posts, which keep their order. */
    private List<PostCollection> termsOf(Language language, List<Post> posts) {
        Map<Term, List<Post>> byTerm = new HashMap<>();
        for (var post : posts) {
            post.terms()
                    .forEach(term ->
                            byTerm.computeIfAbsent(term, t -> new ArrayList<>()).add(post));
        }
        var result = new ArrayList<PostCollection>();
        for (var term : Terms.in(terms, language).all()) {
            result.add(new PostCollection.OfTerm(language, term, term.path(), byTerm.getOrDefault(term, List.of())));
        }
        return result;
    }
}
