package org.feedside.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.feedside.base.slugs.Slugs;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.config.Taxonomy;

/**
 * Collects the terms of one language. Names with the same slug are merged under the first in byte order (zola.md,
 * section 8).
 */
final class Terms {
    private final SiteConfig config;
    private final Language language;
    private final Map<String, Map<String, Term>> byTaxonomyAndSlug = new TreeMap<>();
    private final Map<String, String> slugs = new HashMap<>();
    private final Map<Taxonomy, Set<String>> seen = new HashMap<>();

    Terms(SiteConfig config, Language language) {
        this.config = config;
        this.language = language;
    }

    /** Adds a name that a page uses. */
    void add(Taxonomy taxonomy, String name) {
        if (seen.computeIfAbsent(taxonomy, t -> new HashSet<>()).add(name)) {
            var slug = slug(name);
            byTaxonomyAndSlug
                    .computeIfAbsent(taxonomy.name(), t -> new TreeMap<>(CodePointOrder.INSTANCE))
                    .merge(slug, term(taxonomy, name, slug), Terms::first);
        }
    }

    private String slug(String name) {
        return slugs.computeIfAbsent(name, n -> Slugs.ofPath(n, config.slugify().taxonomies()));
    }

    private static Term first(Term a, Term b) {
        return CodePointOrder.INSTANCE.compare(a.name(), b.name()) <= 0 ? a : b;
    }

    private Term term(Taxonomy taxonomy, String name, String slug) {
        var root = config.taxonomyRoot().map(r -> r + "/").orElse("");
        var taxonomyPath = LocatedPage.prefix(language, config)
                + root
                + Slugs.ofPath(taxonomy.name(), config.slugify().taxonomies())
                + "/";
        return new Term(taxonomy.name(), name, slug, taxonomyPath + slug + "/", taxonomyPath);
    }

    /** The terms of a page, without duplicates. */
    List<Term> of(LocatedPage page) {
        var terms = new ArrayList<Term>();
        for (var taxonomy : language.taxonomies()) {
            for (var name : page.page().taxonomies().getOrDefault(taxonomy.name(), List.of())) {
                var slug = slug(name);
                var term = byTaxonomyAndSlug
                        .getOrDefault(taxonomy.name(), Map.of())
                        .get(slug);
                if (term != null && !terms.contains(term)) {
                    terms.add(term);
                }
            }
        }
        return terms;
    }

    /** All terms, by taxonomy in the order of the configuration, then by slug. */
    List<Term> all() {
        var terms = new ArrayList<Term>();
        for (var taxonomy : language.taxonomies()) {
            terms.addAll(
                    byTaxonomyAndSlug.getOrDefault(taxonomy.name(), Map.of()).values());
        }
        return terms;
    }
}
