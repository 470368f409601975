package org.feedside.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.feeds.Outline;
import org.feedside.pages.IndexView.Group;
import org.feedside.pages.IndexView.Line;
import org.feedside.publishing.PublicUrl;
import org.feedside.site.PostCollection;

/** Shows all feeds of a site. */
record IndexViews(PageContext surroundings, Optional<Outline> outline) {
    /** Feed readers offer each feed that a page names in its head. */
    private static final int MOST_NAMED = 20;

    private static final int MOST_WHOLE = 3;

    IndexView view() {
        var at = surroundings.index();
        var site = surroundings.whole().get(0);
        return new IndexView(
                surroundings.frame("Feeds of " + site.title(), at, named()),
                surroundings.site(site.language()),
                site.page(),
                outline.map(list -> PublicUrl.relative(list.files().get(0).path(), at)),
                surroundings.subjects().size(),
                groups());
    }

    /** The site's feeds, then what else is not one of hundreds. */
    private List<PageHead.FeedLink> named() {
        return Stream.concat(
                        of(PostCollection.OfLanguage.class).flatMap(s -> PageContext.links(s.feed()).stream()),
                        Stream.concat(of(PostCollection.OfNamedFeed.class), of(PostCollection.OfSection.class))
                                .flatMap(s ->
                                        PageContext.links(s.feed()).stream().limit(1)))
                .limit(MOST_NAMED)
                .toList();
    }

    private List<Group> groups() {
        var groups = new ArrayList<Group>();
        add(
                groups,
                LocalizedText.ours("Everything"),
                Optional.empty(),
                of(PostCollection.OfLanguage.class).toList());
        add(
                groups,
                LocalizedText.ours("Collections"),
                Optional.empty(),
                of(PostCollection.OfNamedFeed.class).toList());
        parted(of(PostCollection.OfSection.class))
                .forEach((language, of) ->
                        add(groups, LocalizedText.ours("Sections"), surroundings.language(language), of));
        var terms = new LinkedHashMap<String, List<PagedFeed>>();
        of(PostCollection.OfTerm.class)
                .forEach(s -> terms.computeIfAbsent(
                                s.of().flatMap(TaxonomyTerms::folder).orElseThrow(), f -> new ArrayList<>())
                        .add(s));
        terms.values().forEach(of -> {
            var first = (PostCollection.OfTerm) of.get(0).of().orElseThrow();
            var language = first.language().code();
            add(groups, LocalizedText.of(first.term().taxonomy(), language), surroundings.language(language), of);
        });
        return groups;
    }

    private Stream<PagedFeed> of(Class<? extends PostCollection> kind) {
        return surroundings.subjects().stream()
                .filter(subject -> subject.of().filter(kind::isInstance).isPresent());
    }

    private static Map<String, List<PagedFeed>> parted(Stream<PagedFeed> subjects) {
        var byLanguage = new LinkedHashMap<String, List<PagedFeed>>();
        subjects.forEach(s -> byLanguage
                .computeIfAbsent(s.feed().language(), l -> new ArrayList<>())
                .add(s));
        return byLanguage;
    }

    private void add(List<Group> groups, LocalizedText name, Optional<String> language, List<PagedFeed> of) {
        if (!of.isEmpty()) {
            var lines = of.stream().map(subject -> line(subject, language)).toList();
            var whole = of.size() <= MOST_WHOLE
                    && of.get(0)
                            .of()
                            .filter(PostCollection.OfLanguage.class::isInstance)
                            .isPresent();
            groups.add(new Group("group-" + (groups.size() + 1), name, language, whole, lines));
        }
    }

    /** A feed of a list that has a language of its own needs not say it again. */
    private Line line(PagedFeed subject, Optional<String> ofGroup) {
        return new Line(
                subject.name(),
                PublicUrl.relative(subject.at().path(), surroundings.index()),
                FeedFacts.of(subject),
                ofGroup.isPresent()
                        ? Optional.empty()
                        : surroundings.language(subject.feed().language()),
                FeedAddress.of(subject.feed()));
    }
}
