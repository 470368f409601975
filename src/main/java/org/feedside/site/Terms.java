package org.feedside.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.base.slugs.Slugs;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.config.Taxonomy;
import org.feedside.content.Page;

/** The terms of the pages of one language. Names with the same slug are one, that of the first in byte order. */
final class Terms {
    private final SiteConfig config;
    private final Language language;
    private final Map<String, Map<String, NamedTerm>> byTaxonomyAndSlug = new HashMap<>();
    private final Map<String, String> slugs = new HashMap<>();

    Terms(SiteConfig config, Language language) {
        this.config = config;
        this.language = language;
    }

    /** Returns the terms of a language of the site. */
    static Terms in(Map<Language, Terms> terms, Language language) {
        return Optional.ofNullable(terms.get(language)).orElseThrow();
    }

    /** A term, and how often pages use each of its names. */
    private record NamedTerm(Term term, TreeMap<String, Integer> uses) {}

    /** Adds the names that a page uses. */
    void add(Page page) {
        count(page, 1);
    }

    /** Removes the names of a page that was added. */
    void remove(Page page) {
        count(page, -1);
    }

    private void count(Page page, int difference) {
        for (var taxonomy : language.taxonomies()) {
            for (var name : names(page, taxonomy)) {
                bySlug(taxonomy).compute(slug(name), (slug, known) -> {
                    var uses = known == null ? new TreeMap<String, Integer>(CodePointOrder.INSTANCE) : known.uses();
                    uses.merge(name, difference, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
                    if (uses.isEmpty()) {
                        return null;
                    }
                    var isSame = known != null && known.term().name().equals(uses.firstKey());
                    return isSame ? known : new NamedTerm(term(taxonomy, uses.firstKey(), slug), uses);
                });
            }
        }
    }

    private Map<String, NamedTerm> bySlug(Taxonomy taxonomy) {
        return byTaxonomyAndSlug.computeIfAbsent(
                taxonomy.name(), name -> new TreeMap<String, NamedTerm>(CodePointOrder.INSTANCE));
    }

    private static List<String> names(Page page, Taxonomy taxonomy) {
        return page.taxonomies().getOrDefault(taxonomy.name(), List.of());
    }

    private String slug(String name) {
        return slugs.computeIfAbsent(name, n -> Slugs.ofPath(n, config.slugify().taxonomies()));
    }

    private Term term(Taxonomy taxonomy, String name, String slug) {
        var root = config.taxonomyRoot().map(r -> r + "/").orElse("");
        var taxonomyPath = LocatedPage.prefix(language, config)
                + root
                + Slugs.ofPath(taxonomy.name(), config.slugify().taxonomies())
                + "/";
        return new Term(taxonomy.name(), name, slug, taxonomyPath + slug + "/", taxonomyPath);
    }

    /** The terms of a page that was added, without duplicates. */
    List<Term> of(Page page) {
        var terms = new ArrayList<Term>();
        for (var taxonomy : language.taxonomies()) {
            for (var name : names(page, taxonomy)) {
                var term = Optional.ofNullable(bySlug(taxonomy).get(slug(name)))
                        .orElseThrow()
                        .term();
                if (!terms.contains(term)) {
                    terms.add(term);
                }
            }
        }
        return terms;
    }

    /** All terms, by taxonomy in the order of the configuration, then by slug. */
    List<Term> all() {
        return language.taxonomies().stream()
                .flatMap(taxonomy -> bySlug(taxonomy).values().stream())
                .map(NamedTerm::term)
                .toList();
    }
}
