package org.feedside.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.config.FeedRule;
import org.feedside.feeds.Combination;
import org.feedside.feeds.Entry;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPages;
import org.feedside.feeds.XmlCharacters;
import org.feedside.pages.FeedView.Kind;
import org.feedside.publishing.PublicUrl;
import org.feedside.site.PostCollection;
import org.feedside.site.Term;

/** Shows a feed. */
record FeedViews(PageContext surroundings, FeedPages places, Map<String, TaxonomyTerms> taxonomies) {
    private static final int MOST_POSTS = 15;
    private static final int MOST_RELATED = 12;

    /** How many terms the form takes: together as many as a combination. */
    private static final int WANTED = 3;

    private static final int UNWANTED = 2;

    FeedView view(PagedFeed subject) {
        return view(subject, Optional.empty(), Optional.empty());
    }

    /** The page of a feed on which a form was filled in, with the reason why that leads nowhere. */
    FeedView view(PagedFeed subject, CombinationForm wish, String problem) {
        return view(subject, Optional.of(wish), Optional.of(problem));
    }

    private FeedView view(PagedFeed subject, Optional<CombinationForm> wish, Optional<String> problem) {
        var feed = subject.feed();
        var at = subject.at().path();
        var site = surroundings.site(feed.language());
        var kind = kind(subject);
        var title =
                kind == Kind.SITE ? "Feed of " + site.text() : subject.name().text() + " · Feed of " + site.text();
        return new FeedView(
                surroundings.frame(title, at, PageContext.links(feed)),
                site,
                PublicUrl.relative(surroundings.index(), at),
                feed.page(),
                kind,
                label(subject, kind),
                subject.name(),
                kind == Kind.SITE || kind == Kind.NAMED
                        ? feed.description().map(text -> LocalizedText.of(text, feed.language()))
                        : Optional.empty(),
                choice(subject),
                FeedFacts.of(subject),
                surroundings.language(feed.language()),
                FeedAddress.of(feed),
                feed.entries().stream().limit(MOST_POSTS).map(FeedViews::post).toList(),
                related(subject),
                forms(subject, wish),
                problem);
    }

    private static Kind kind(PagedFeed subject) {
        var posts = subject.of().orElse(null);
        if (posts instanceof PostCollection.OfSection) {
            return Kind.SECTION;
        } else if (posts instanceof PostCollection.OfTerm) {
            return Kind.TERM;
        } else if (posts instanceof PostCollection.OfCombination) {
            return Kind.COMBINATION;
        } else if (posts instanceof PostCollection.OfNamedFeed) {
            return Kind.NAMED;
        }
        return posts == null ? Kind.ENDED : Kind.SITE;
    }

    private static LocalizedText label(PagedFeed subject, Kind kind) {
        return subject.of().orElse(null) instanceof PostCollection.OfTerm t
                ? LocalizedText.of(t.term().taxonomy(), t.language().code())
                : LocalizedText.ours(
                        switch (kind) {
                            case SITE -> "Everything";
                            case SECTION -> "Section";
                            case TERM, NAMED -> "Collection";
                            case COMBINATION -> "Combination";
                            case ENDED -> "Without posts";
                        });
    }

    private static FeedView.Excerpted post(Entry entry) {
        return new FeedView.Excerpted(
                LocalizedText.of(entry.title(), entry.language()),
                entry.link(),
                Day.of(entry.published()),
                Excerpt.of(entry).map(XmlCharacters::clean));
    }

    private Optional<FeedView.Choice> choice(PagedFeed subject) {
        return subject.of().orElse(null) instanceof PostCollection.OfCombination c
                ? Optional.of(new FeedView.Choice(
                        c.rule().join() == FeedRule.Join.ANY,
                        names(c, c.rule().included()),
                        names(c, c.rule().excluded())))
                : Optional.empty();
    }

    private List<LocalizedText> names(PostCollection.OfCombination posts, Collection<String> slugs) {
        var terms = TaxonomyTerms.folder(posts)
                .map(taxonomies::get)
                .map(TaxonomyTerms::terms)
                .orElse(List.of());
        return slugs.stream()
                .map(slug -> terms.stream()
                        .filter(term -> FeedFile.composed(term.slug()).equals(slug))
                        .findFirst()
                        .map(Term::name)
                        .orElse(slug))
                .map(name -> LocalizedText.of(name, posts.language().code()))
                .toList();
    }

    /** The terms that most of its posts have, but not those that its posts have by what they are. */
    private List<FeedView.Related> related(PagedFeed subject) {
        var shared = new HashMap<Term, Integer>();
        subject.posts().forEach(post -> post.terms().forEach(term -> shared.merge(term, 1, Integer::sum)));
        if (subject.of().orElse(null) instanceof PostCollection.OfTerm t) {
            shared.remove(t.term());
        } else if (subject.of().orElse(null) instanceof PostCollection.OfCombination) {
            shared.values().removeIf(count -> count == subject.posts().size());
        }
        return shared.entrySet().stream()
                .filter(entry -> !entry.getKey().slug().isBlank())
                .sorted(Map.Entry.<Term, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().path()))
                .limit(MOST_RELATED)
                .flatMap(entry -> related(subject, entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private Optional<FeedView.Related> related(PagedFeed subject, Term term, int posts) {
        return places.of(term.path().substring(1))
                .map(page -> new FeedView.Related(
                        LocalizedText.of(term.name(), subject.feed().language()),
                        PublicUrl.relative(page.path(), subject.at().path()),
                        posts));
    }

    /** For the terms among which the feed's own are; on the page of the whole site, for all. */
    private List<FeedView.Form> forms(PagedFeed subject, Optional<CombinationForm> wish) {
        var folders = kind(subject) == Kind.SITE
                ? taxonomies.values().stream()
                        .filter(taxonomy ->
                                taxonomy.language().equals(subject.feed().language()))
                        .map(TaxonomyTerms::folder)
                : subject.of().flatMap(TaxonomyTerms::folder).stream();
        var forms = new ArrayList<FeedView.Form>();
        Stream.concat(folders, wish.map(CombinationForm::taxonomy).stream())
                .distinct()
                .flatMap(folder -> Optional.ofNullable(taxonomies.get(folder)).stream())
                .filter(taxonomy -> taxonomy.terms().size() > 1)
                .forEach(taxonomy -> forms.add(form(
                        "combine-" + (forms.size() + 1),
                        taxonomy,
                        wish.filter(w -> w.taxonomy().equals(taxonomy.folder()))
                                .or(() -> subject.of().map(CombinationForm::of))
                                .orElseGet(() -> CombinationForm.none(taxonomy.folder())))));
        return forms;
    }

    private static FeedView.Form form(String id, TaxonomyTerms taxonomy, CombinationForm chosen) {
        return new FeedView.Form(
                id,
                taxonomy.folder(),
                LocalizedText.of(taxonomy.name(), taxonomy.language()),
                chosen.isAny(),
                places(chosen.with(), WANTED),
                places(chosen.without(), UNWANTED),
                taxonomy.terms().stream()
                        .map(term ->
                                new FeedView.Option(term.slug(), LocalizedText.of(term.name(), taxonomy.language())))
                        .toList());
    }

    /** So many places to choose a term at least, the chosen ones first; an address may hold thousands of them. */
    private static List<String> places(Collection<String> chosen, int least) {
        var places =
                new ArrayList<>(chosen.stream().limit(Combination.MOST_TERMS).toList());
        while (places.size() < least) {
            places.add("");
        }
        return places;
    }
}
