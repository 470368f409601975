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

/** Makes the data of the page with all feeds. */
record IndexViews(PageContext context, Optional<Outline> outline) {
    /** The maximum number of feeds in the head of the page: feed readers offer every one of them. */
    private static final int MAX_HEAD_LINKS = 20;

    /** If the site has more languages than this, the main feeds are listed in short form like all others. */
    private static final int MAX_MAIN_FEEDS = 3;

    IndexView view() {
        var path = context.index();
        var site = context.mainFeeds().get(0);
        return new IndexView(
                context.head("Feeds of " + site.title(), path, headLinks()),
                context.site(site.language()),
                site.page(),
                outline.map(list -> PublicUrl.relative(list.files().get(0).path(), path)),
                context.feeds().size(),
                groups());
    }

    /**
     * Returns the feeds in the head: the main feeds in all formats, then named feeds and those of sections, but not
     * those of terms, which can be hundreds.
     */
    private List<PageHead.FeedLink> headLinks() {
        return Stream.concat(
                        of(PostCollection.OfLanguage.class).flatMap(s -> PageContext.links(s.feed()).stream()),
                        Stream.concat(of(PostCollection.OfNamedFeed.class), of(PostCollection.OfSection.class))
                                .flatMap(s ->
                                        PageContext.links(s.feed()).stream().limit(1)))
                .limit(MAX_HEAD_LINKS)
                .toList();
    }

    private List<Group> groups() {
        var groups = new ArrayList<Group>();
        add(
                groups,
                LocalizedText.english("All posts"),
                Optional.empty(),
                of(PostCollection.OfLanguage.class).toList());
        add(
                groups,
                LocalizedText.english("Collections"),
                Optional.empty(),
                of(PostCollection.OfNamedFeed.class).toList());
        byLanguage(of(PostCollection.OfSection.class))
                .forEach((language, group) ->
                        add(groups, LocalizedText.english("Sections"), context.language(language), group));
        var terms = new LinkedHashMap<String, List<PagedFeed>>();
        of(PostCollection.OfTerm.class)
                .forEach(s -> terms.computeIfAbsent(
                                s.collection().flatMap(TaxonomyTerms::folder).orElseThrow(), f -> new ArrayList<>())
                        .add(s));
        terms.values().forEach(group -> {
            var first = (PostCollection.OfTerm) group.get(0).collection().orElseThrow();
            var language = first.language().code();
            add(groups, LocalizedText.of(first.term().taxonomy(), language), context.language(language), group);
        });
        return groups;
    }

    private Stream<PagedFeed> of(Class<? extends PostCollection> kind) {
        return context.feeds().stream()
                .filter(paged -> paged.collection().filter(kind::isInstance).isPresent());
    }

    private static Map<String, List<PagedFeed>> byLanguage(Stream<PagedFeed> feeds) {
        var groups = new LinkedHashMap<String, List<PagedFeed>>();
        feeds.forEach(s -> groups.computeIfAbsent(s.feed().language(), l -> new ArrayList<>())
                .add(s));
        return groups;
    }

    private void add(List<Group> groups, LocalizedText name, Optional<String> language, List<PagedFeed> feeds) {
        if (!feeds.isEmpty()) {
            var lines = feeds.stream().map(paged -> line(paged, language)).toList();
            var isMain = feeds.size() <= MAX_MAIN_FEEDS
                    && feeds.get(0)
                            .collection()
                            .filter(PostCollection.OfLanguage.class::isInstance)
                            .isPresent();
            groups.add(new Group("group-" + (groups.size() + 1), name, language, isMain, lines));
        }
    }

    /** Returns a line. It has a language only if its group has none. */
    private Line line(PagedFeed paged, Optional<String> groupLanguage) {
        return new Line(
                paged.name(),
                PublicUrl.relative(paged.page().path(), context.index()),
                FeedFacts.of(paged),
                groupLanguage.isPresent()
                        ? Optional.empty()
                        : context.language(paged.feed().language()),
                FeedAddress.of(paged.feed()));
    }
}
