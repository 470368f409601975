package org.feedside.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.config.KnownPosts;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.content.ContentFile;
import org.feedside.content.Page;
import org.feedside.content.Section;
import org.feedside.content.SourcePath;

/** Builds a site in the order in which Zola does: sections, pages, terms, then the posts of each section and term. */
final class SiteBuilder {
    private final SiteConfig config;
    private final Site.View view;
    private final Paths paths;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Map<String, String> permalinks = new HashMap<>();
    private final List<Site.ScheduledPost> scheduled = new ArrayList<>();
    private final List<Instant> expiries = new ArrayList<>();
    /** By language code, then by folder. */
    private final Map<String, Map<String, Section>> sections = new HashMap<>();

    private final Set<String> draftFolders = new HashSet<>();

    SiteBuilder(SiteConfig config, Site.View view) {
        this.config = config;
        this.view = view;
        this.paths = Paths.of(config);
    }

    Site build(List<ContentFile> sources, KnownPosts knownPosts) {
        var known = new KnownIds(knownPosts, sources);
        var allSections = sources.stream()
                .flatMap(s -> s instanceof Section section ? Stream.of(section) : Stream.empty())
                .filter(this::isOfTheSite)
                .toList();
        allSections.stream()
                .filter(section -> section.draft() && !view.drafts())
                .forEach(section -> draftFolders.add(section.path().folder()));
        allSections.stream().filter(section -> !isInDraftFolder(section.path())).forEach(this::addSection);
        var pages = locate(sources);
        problems.addAll(known.problems(pages, config));
        var ofLanguages = new ArrayList<PostCollection>();
        var ofSections = new ArrayList<PostCollection>();
        var ofTerms = new ArrayList<PostCollection>();
        for (var language : config.languages()) {
            var ownPages =
                    pages.stream().filter(p -> p.language().equals(language)).toList();
            var terms = terms(language, ownPages);
            var posts = sorted(posts(ownPages, terms, known));
            var newestFirst = posts.stream().map(PlacedPost::post).toList();
            ofLanguages.add(new PostCollection.OfLanguage(language, LocatedPage.prefix(language, config), newestFirst));
            ofSections.addAll(sectionsOf(language, posts));
            ofTerms.addAll(termsOf(language, terms, newestFirst));
        }
        var collections = new ArrayList<>(ofLanguages);
        collections.addAll(ofSections);
        collections.addAll(ofTerms);
        scheduled.sort(Comparator.comparing(Site.ScheduledPost::until).thenComparing(Site.ScheduledPost::file));
        return new Site(config, collections, permalinks, scheduled, nextChange(), problems);
    }

    private Optional<Instant> nextChange() {
        return Stream.concat(scheduled.stream().map(Site.ScheduledPost::until), expiries.stream())
                .min(Comparator.naturalOrder());
    }

    /** A post and its located page. */
    private record PlacedPost(LocatedPage page, Post post) {}

    private static List<PlacedPost> sorted(List<PlacedPost> posts) {
        return posts.stream()
                .sorted(Comparator.comparing(PlacedPost::post, NewestFirst.ORDER))
                .toList();
    }

    /** Zola reads {@code _index.md} and those of the other languages, and ignores all others. */
    private boolean isOfTheSite(Section section) {
        var stem = section.path().stem();
        return stem.equals("_index")
                || config.languages().stream().skip(1).anyMatch(l -> stem.equals("_index." + l.code()));
    }

    private void addSection(Section section) {
        var suffix = LanguageSuffix.of(section.path().stem(), config);
        if (suffix.isPresent()) {
            var language = suffix.get().language();
            sections.computeIfAbsent(language.code(), code -> new TreeMap<>())
                    .put(section.path().folder(), section);
            permalinks.put(section.path().path(), config.permalink(paths.sectionPath(section, language)));
        }
    }

    /** The pages that are published now; no two that are rendered have the same path. */
    private List<LocatedPage> locate(List<ContentFile> sources) {
        var pages = new ArrayList<LocatedPage>();
        Map<String, LocatedPage> byPath = new HashMap<>();
        for (var source : sources) {
            if (!(source instanceof Page page) || isHidden(page)) {
                continue;
            }
            var found = paths.locate(page, defaultSections(), problems);
            if (found.isEmpty() || isExpired(found.get()) || isScheduled(found.get())) {
                continue;
            }
            var located = found.get();
            var other = page.rendered() ? byPath.putIfAbsent(located.path(), located) : null;
            if (other != null) {
                problems.add(Diagnostic.error(
                        Place.startOf(page.file()),
                        "the path %s is already taken by %s: give one of them another slug"
                                .formatted(located.path(), other.page().file())));
                continue;
            }
            checkTaxonomies(located);
            permalinks.put(page.path().path(), config.url(located.path()));
            pages.add(located);
        }
        return pages;
    }

    private boolean isHidden(Page page) {
        return (page.draft() && !view.drafts()) || isInDraftFolder(page.path());
    }

    /** Whether the section of a folder, or of a folder above it, is a draft. Then its pages are drafts too. */
    private boolean isInDraftFolder(SourcePath path) {
        var folder = Optional.of(path.folder());
        while (folder.isPresent()) {
            if (draftFolders.contains(folder.get())) {
                return true;
            }
            folder = SectionPages.parent(folder.get());
        }
        return false;
    }

    private Set<String> defaultSections() {
        return sections.getOrDefault(config.defaultLanguage().code(), Map.of()).keySet();
    }

    /** Whether a page has expired. A later expiry is noted for the next change. */
    private boolean isExpired(LocatedPage page) {
        var expiry = page.page().expiryDate().map(date -> date.instantIn(view.timezone()));
        if (expiry.isPresent() && expiry.get().isAfter(view.now())) {
            expiries.add(expiry.get());
            return false;
        }
        return expiry.isPresent();
    }

    /** Whether a page is published later. If so, it is noted as scheduled. */
    private boolean isScheduled(LocatedPage page) {
        var publication = page.page().publishDate().or(page::date).map(date -> date.instantIn(view.timezone()));
        if (view.future() || publication.isEmpty() || !publication.get().isAfter(view.now())) {
            return false;
        }
        scheduled.add(new Site.ScheduledPost(page.page().file(), publication.get()));
        return true;
    }

    private void checkTaxonomies(LocatedPage page) {
        for (var name : page.page().taxonomies().keySet()) {
            if (page.language().taxonomy(name).isEmpty()) {
                problems.add(Diagnostic.warning(
                        Place.startOf(page.page().file()),
                        "the taxonomy `%s` is not in %s, so its terms get no feeds: add it to `taxonomies`, or remove it here"
                                .formatted(name, config.file())));
            }
        }
    }

    private Terms terms(Language language, List<LocatedPage> pages) {
        var terms = new Terms(config, language);
        for (var page : pages) {
            for (var taxonomy : language.taxonomies()) {
                page.page()
                        .taxonomies()
                        .getOrDefault(taxonomy.name(), List.of())
                        .forEach(name -> terms.add(taxonomy, name));
            }
        }
        return terms;
    }

    /** The posts for feeds: pages with a date that front matter does not exclude. */
    private List<PlacedPost> posts(List<LocatedPage> pages, Terms terms, KnownIds known) {
        var posts = new ArrayList<PlacedPost>();
        for (var page : pages) {
            if (page.page().inFeeds() && page.date().isPresent()) {
                var permalink = config.url(page.path());
                var file = page.page().path();
                if (known.isTaken(permalink, file)) {
                    continue;
                }
                var post = new Post(
                        page.page(),
                        page.language(),
                        known.published(file).orElse(page.date().get()),
                        known.updated(page.page()),
                        page.path(),
                        permalink,
                        known.id(file).orElse(permalink),
                        SectionPages.hasLinkedHeadings(
                                page, sections.getOrDefault(page.language().code(), Map.of()), config),
                        terms.of(page));
                posts.add(new PlacedPost(page, post));
            }
        }
        return posts;
    }

    /** The sections with their posts, which keep their order. */
    private List<PostCollection> sectionsOf(Language language, List<PlacedPost> posts) {
        var own = sections.getOrDefault(language.code(), Map.of());
        Map<String, List<Post>> bySection = new HashMap<>();
        posts.forEach(placed -> SectionPages.foldersOf(placed.page(), own)
                .forEach(folder -> bySection
                        .computeIfAbsent(folder, f -> new ArrayList<>())
                        .add(placed.post())));
        var result = new ArrayList<PostCollection>();
        own.forEach((folder, section) -> result.add(new PostCollection.OfSection(
                language, section, paths.sectionPath(section, language), bySection.getOrDefault(folder, List.of()))));
        return result;
    }

    /** The terms with their posts, which keep their order. */
    private static List<PostCollection> termsOf(Language language, Terms terms, List<Post> posts) {
        Map<Term, List<Post>> byTerm = new HashMap<>();
        for (var post : posts) {
            post.terms()
                    .forEach(term ->
                            byTerm.computeIfAbsent(term, t -> new ArrayList<>()).add(post));
        }
        var result = new ArrayList<PostCollection>();
        for (var term : terms.all()) {
            result.add(new PostCollection.OfTerm(language, term, term.path(), byTerm.getOrDefault(term, List.of())));
        }
        return result;
    }
}
