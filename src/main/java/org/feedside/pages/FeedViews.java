package org.feedside.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.config.Rule;
import org.feedside.feeds.Combination;
import org.feedside.feeds.Entry;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPages;
import org.feedside.feeds.XmlCharacters;
import org.feedside.pages.FeedView.Kind;
import org.feedside.publishing.Address;
import org.feedside.site.Posts;
import org.feedside.site.Term;

/** Shows a feed. */
record FeedViews(Surroundings surroundings, FeedPages places, Map<String, Taxonomy> taxonomies) {
    private static final int MOST_POSTS = 15;
    private static final int MOST_RELATED = 12;

    /** How many terms the form takes: together as many as a combination. */
    private static final int WANTED = 3;

    private static final int UNWANTED = 2;

    FeedView view(Subject subject) {
        return view(subject, Optional.empty(), Optional.empty());
    }

    /** The page of a feed on which a form was filled in, with the reason why that leads nowhere. */
    FeedView view(Subject subject, Wish wish, String problem) {
        return view(subject, Optional.of(wish), Optional.of(problem));
    }

    private FeedView view(Subject subject, Optional<Wish> wish, Optional<String> problem) {
        var feed = subject.feed();
        var at = subject.at().path();
        var site = surroundings.site(feed.language());
        var kind = kind(subject);
        var title =
                kind == Kind.SITE ? "Feed of " + site.text() : subject.name().text() + " · Feed of " + site.text();
        return new FeedView(
                surroundings.frame(title, at, Surroundings.links(feed)),
                site,
                Address.seen(surroundings.index(), at),
                feed.page(),
                kind,
                label(subject, kind),
                subject.name(),
                kind == Kind.SITE || kind == Kind.NAMED
                        ? feed.description().map(text -> Words.of(text, feed.language()))
                        : Optional.empty(),
                choice(subject),
                Facts.of(subject),
                surroundings.language(feed.language()),
                FeedAddress.of(feed),
                feed.entries().stream().limit(MOST_POSTS).map(FeedViews::post).toList(),
                related(subject),
                forms(subject, wish),
                problem);
    }

    private static Kind kind(Subject subject) {
        var posts = subject.of().orElse(null);
        if (posts instanceof Posts.OfSection) {
            return Kind.SECTION;
        } else if (posts instanceof Posts.OfTerm) {
            return Kind.TERM;
        } else if (posts instanceof Posts.OfCombination) {
            return Kind.COMBINATION;
        } else if (posts instanceof Posts.OfNamedFeed) {
            return Kind.NAMED;
        }
        return posts == null ? Kind.ENDED : Kind.SITE;
    }

    private static Words label(Subject subject, Kind kind) {
        return subject.of().orElse(null) instanceof Posts.OfTerm t
                ? Words.of(t.term().taxonomy(), t.language().code())
                : Words.ours(
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
                Words.of(entry.title(), entry.language()),
                entry.link(),
                Day.of(entry.published()),
                Excerpt.of(entry).map(XmlCharacters::clean));
    }

    private Optional<FeedView.Choice> choice(Subject subject) {
        return subject.of().orElse(null) instanceof Posts.OfCombination c
                ? Optional.of(new FeedView.Choice(
                        c.rule().join() == Rule.Join.ANY,
                        names(c, c.rule().included()),
                        names(c, c.rule().excluded())))
                : Optional.empty();
    }

    private List<Words> names(Posts.OfCombination posts, Collection<String> slugs) {
        var terms =
                Taxonomy.folder(posts).map(taxonomies::get).map(Taxonomy::terms).orElse(List.of());
        return slugs.stream()
                .map(slug -> terms.stream()
                        .filter(term -> FeedFile.composed(term.slug()).equals(slug))
                        .findFirst()
                        .map(Term::name)
                        .orElse(slug))
                .map(name -> Words.of(name, posts.language().code()))
                .toList();
    }

    /** The terms that most of its posts have, but not those that its posts have by what they are. */
    private List<FeedView.Related> related(Subject subject) {
        var shared = new HashMap<Term, Integer>();
        subject.posts().forEach(post -> post.terms().forEach(term -> shared.merge(term, 1, Integer::sum)));
        if (subject.of().orElse(null) instanceof Posts.OfTerm t) {
            shared.remove(t.term());
        } else if (subject.of().orElse(null) instanceof Posts.OfCombination) {
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

    private Optional<FeedView.Related> related(Subject subject, Term term, int posts) {
        return places.of(term.path().substring(1))
                .map(page -> new FeedView.Related(
                        Words.of(term.name(), subject.feed().language()),
                        Address.seen(page.path(), subject.at().path()),
                        posts));
    }

    /** For the terms among which the feed's own are; on the page of the whole site, for all. */
    private List<FeedView.Form> forms(Subject subject, Optional<Wish> wish) {
        var folders = kind(subject) == Kind.SITE
                ? taxonomies.values().stream()
                        .filter(taxonomy ->
                                taxonomy.language().equals(subject.feed().language()))
                        .map(Taxonomy::folder)
                : subject.of().flatMap(Taxonomy::folder).stream();
        var forms = new ArrayList<FeedView.Form>();
        Stream.concat(folders, wish.map(Wish::taxonomy).stream())
                .distinct()
                .flatMap(folder -> Optional.ofNullable(taxonomies.get(folder)).stream())
                .filter(taxonomy -> taxonomy.terms().size() > 1)
                .forEach(taxonomy -> forms.add(form(
                        "combine-" + (forms.size() + 1),
                        taxonomy,
                        wish.filter(w -> w.taxonomy().equals(taxonomy.folder()))
                                .or(() -> subject.of().map(Wish::of))
                                .orElseGet(() -> Wish.none(taxonomy.folder())))));
        return forms;
    }

    private static FeedView.Form form(String id, Taxonomy taxonomy, Wish chosen) {
        return new FeedView.Form(
                id,
                taxonomy.folder(),
                Words.of(taxonomy.name(), taxonomy.language()),
                chosen.isAny(),
                places(chosen.with(), WANTED),
                places(chosen.without(), UNWANTED),
                taxonomy.terms().stream()
                        .map(term -> new FeedView.Option(term.slug(), Words.of(term.name(), taxonomy.language())))
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
