package org.feedside.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.feeds.FeedPage;
import org.feedside.feeds.Outline;
import org.feedside.pages.FeedView.Kind;
import org.feedside.pages.IndexView.Group;
import org.feedside.pages.IndexView.Line;
import org.feedside.publishing.PublicUrl;

/** Makes the data of the page with all feeds. */
record IndexViews(PageContext context, FeedPage page, Texts texts, Optional<Outline> outline) {
    /** The maximum number of feeds in the head of the page: feed readers offer every one of them. */
    private static final int MAX_HEAD_LINKS = 20;

    /** If the site has more languages than this, the main feeds are listed in short form like all others. */
    private static final int MAX_MAIN_FEEDS = 3;

    IndexView view() {
        var main = context.mainFeeds().get(0);
        var site = context.site(main.language());
        return new IndexView(
                context.head(texts, texts.get("index_title", site.text()), page, main.language(), headLinks()),
                site,
                outline.map(list -> PublicUrl.relative(list.files().get(0).path(), context.index())),
                context.feeds().size(),
                groups());
    }

    /**
     * Returns the feeds in the head: the main feeds in all formats, then named feeds and those of sections, but not
     * those of terms, which can be hundreds.
     */
    private List<PageHead.FeedLink> headLinks() {
        return Stream.concat(
                        of(Kind.SITE).stream().flatMap(paged -> PageContext.links(paged.feed()).stream()),
                        Stream.of(of(Kind.NAMED), of(Kind.SECTION))
                                .flatMap(List::stream)
                                .flatMap(paged ->
                                        PageContext.links(paged.feed()).stream().limit(1)))
                .limit(MAX_HEAD_LINKS)
                .toList();
    }

    private List<Group> groups() {
        var groups = new ArrayList<Group>();
        add(groups, LocalizedText.own(texts.get("kind_site")), Optional.empty(), of(Kind.SITE));
        add(groups, LocalizedText.own(texts.get("kind_collections")), Optional.empty(), of(Kind.NAMED));
        by(paged -> paged.feed().language(), of(Kind.SECTION))
                .forEach((language, group) ->
                        add(groups, LocalizedText.own(texts.get("kind_sections")), context.language(language), group));
        by(paged -> paged.collection().flatMap(TaxonomyTerms::folder).orElseThrow(), of(Kind.TERM))
                .values()
                .forEach(group -> {
                    var first = group.get(0);
                    add(
                            groups,
                            first.taxonomy().orElseThrow(),
                            context.language(first.feed().language()),
                            group);
                });
        return groups;
    }

    private List<PagedFeed> of(Kind kind) {
        return context.feeds().stream().filter(paged -> paged.kind() == kind).toList();
    }

    private static Map<String, List<PagedFeed>> by(Function<PagedFeed, String> key, List<PagedFeed> feeds) {
        return feeds.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    private void add(List<Group> groups, LocalizedText name, Optional<LocalizedText> language, List<PagedFeed> feeds) {
        if (!feeds.isEmpty()) {
            var lines = feeds.stream().map(paged -> line(paged, language)).toList();
            var isMain = feeds.size() <= MAX_MAIN_FEEDS && feeds.get(0).kind() == Kind.SITE;
            groups.add(new Group("group-" + (groups.size() + 1), name, language, isMain, lines));
        }
    }

    /** Returns a line. It has a language only if its group has none. */
    private Line line(PagedFeed paged, Optional<LocalizedText> groupLanguage) {
        return new Line(
                paged.name(),
                PublicUrl.relative(paged.page().path(), context.index()),
                FeedFacts.of(paged, texts),
                groupLanguage.isPresent()
                        ? Optional.empty()
                        : context.language(paged.feed().language()),
                FeedAddress.of(paged.feed()).get(0));
    }
}
