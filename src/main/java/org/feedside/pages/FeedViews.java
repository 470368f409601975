package org.feedside.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.text.XmlCharacters;
import org.feedside.config.FeedRule;
import org.feedside.feeds.Combination;
import org.feedside.feeds.Entry;
import org.feedside.feeds.Excerpt;
import org.feedside.feeds.FeedPages;
import org.feedside.pages.FeedView.Kind;
import org.feedside.pages.qr.QrImage;
import org.feedside.publishing.PublicUrl;
import org.feedside.site.PostCollection;
import org.feedside.site.Term;

/** Makes the data of the pages about feeds. */
record FeedViews(PageContext context, FeedPages feedPages, Map<String, TaxonomyTerms> taxonomies) {
    private static final int MAX_POSTS = 15;
    private static final int MAX_RELATED = 12;

    /** The minimum numbers of fields, which allow as many terms as a combination may have. */
    private static final int MIN_WITH_FIELDS = 3;

    private static final int MIN_WITHOUT_FIELDS = 2;

    /**
     * Returns the page of a feed.
     *
     * @param form the form that was submitted there, if it has no result
     * @param problem the reason why it has none
     */
    FeedView view(PagedFeed paged, Optional<CombinationForm> form, Optional<String> problem) {
        var feed = paged.feed();
        var path = paged.page().path();
        var site = context.site(feed.language());
        var texts = context.texts(feed.language());
        var kind = paged.kind();
        var title = texts.get("feed_title", site.text());
        var addresses = FeedAddress.of(feed);
        return new FeedView(
                context.head(
                        texts,
                        kind == Kind.SITE ? title : paged.name().text() + " · " + title,
                        paged.page(),
                        feed.language(),
                        PageContext.links(feed)),
                site,
                PublicUrl.relative(context.index(), path),
                kind,
                label(paged, texts),
                paged.name(),
                kind == Kind.SITE || kind == Kind.NAMED
                        ? feed.description().map(text -> LocalizedText.of(text, feed.language()))
                        : Optional.empty(),
                choice(paged),
                FeedFacts.of(paged, texts),
                context.language(feed.language()),
                addresses,
                QrImage.of(addresses.get(0).url()),
                ReaderLink.of(addresses.get(0).url(), context.design()),
                feed.entries().stream()
                        .limit(MAX_POSTS)
                        .map(entry -> post(entry, path, texts))
                        .toList(),
                related(paged),
                forms(paged, form),
                problem);
    }

    private static LocalizedText label(PagedFeed paged, Texts texts) {
        return paged.taxonomy()
                .orElseGet(() -> LocalizedText.own(texts.get(
                        switch (paged.kind()) {
                            case SITE -> "kind_site";
                            case SECTION -> "kind_section";
                            case TERM, NAMED -> "kind_collection";
                            case COMBINATION -> "kind_combination";
                            case ENDED -> "kind_ended";
                        })));
    }

    private FeedView.PostPreview post(Entry entry, String path, Texts texts) {
        return new FeedView.PostPreview(
                LocalizedText.of(entry.title(), entry.language()),
                entry.link(),
                Day.of(entry.published(), texts),
                entry.picture().flatMap(url -> context.ownFile(url, path)),
                Excerpt.of(entry).map(XmlCharacters::line));
    }

    private Optional<FeedView.Choice> choice(PagedFeed paged) {
        return paged.collection().orElse(null) instanceof PostCollection.OfCombination c
                ? Optional.of(new FeedView.Choice(
                        c.rule().join() == FeedRule.Join.ANY,
                        names(c, c.rule().included()),
                        names(c, c.rule().excluded())))
                : Optional.empty();
    }

    private List<LocalizedText> names(PostCollection.OfCombination posts, Collection<String> slugs) {
        var taxonomy = TaxonomyTerms.folder(posts).map(taxonomies::get);
        return slugs.stream()
                .map(slug -> taxonomy.map(known -> known.name(slug)).orElse(slug))
                .map(name -> LocalizedText.of(name, posts.language().code()))
                .toList();
    }

    /** Returns the terms that most posts of the feed share, without the terms that select the feed's posts. */
    private List<FeedView.Related> related(PagedFeed paged) {
        var shared = new HashMap<Term, Integer>();
        paged.posts().forEach(post -> post.terms().forEach(term -> shared.merge(term, 1, Integer::sum)));
        if (paged.collection().orElse(null) instanceof PostCollection.OfTerm t) {
            shared.remove(t.term());
        } else if (paged.collection().orElse(null) instanceof PostCollection.OfCombination) {
            shared.values().removeIf(count -> count == paged.posts().size());
        }
        return shared.entrySet().stream()
                .filter(entry -> !entry.getKey().slug().isBlank())
                .sorted(Map.Entry.<Term, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().path()))
                .limit(MAX_RELATED)
                .flatMap(entry -> related(paged, entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private Optional<FeedView.Related> related(PagedFeed paged, Term term, int posts) {
        return feedPages
                .of(term.path().substring(1))
                .map(page -> new FeedView.Related(
                        LocalizedText.of(term.name(), paged.feed().language()),
                        PublicUrl.relative(page.path(), paged.page().path()),
                        posts));
    }

    /** Returns the form of the feed's taxonomy; for the main feed, of each taxonomy of its language. */
    private List<FeedView.Form> forms(PagedFeed paged, Optional<CombinationForm> form) {
        var folders = paged.kind() == Kind.SITE
                ? taxonomies.values().stream()
                        .filter(taxonomy ->
                                taxonomy.language().equals(paged.feed().language()))
                        .map(TaxonomyTerms::folder)
                : paged.collection().flatMap(TaxonomyTerms::folder).stream();
        var forms = new ArrayList<FeedView.Form>();
        Stream.concat(folders, form.map(CombinationForm::taxonomy).stream())
                .distinct()
                .flatMap(folder -> Optional.ofNullable(taxonomies.get(folder)).stream())
                .filter(taxonomy -> taxonomy.terms().size() > 1)
                .forEach(taxonomy -> forms.add(form(
                        "combine-" + (forms.size() + 1),
                        taxonomy,
                        form.filter(f -> f.taxonomy().equals(taxonomy.folder()))
                                .or(() -> paged.collection().map(CombinationForm::of))
                                .orElseGet(() -> CombinationForm.none(taxonomy.folder())))));
        return forms;
    }

    private static FeedView.Form form(String id, TaxonomyTerms taxonomy, CombinationForm chosen) {
        return new FeedView.Form(
                id,
                taxonomy.folder(),
                LocalizedText.of(taxonomy.name(), taxonomy.language()),
                chosen.isAny(),
                fields(chosen.with(), MIN_WITH_FIELDS, taxonomy),
                fields(chosen.without(), MIN_WITHOUT_FIELDS, taxonomy),
                taxonomy.terms().stream()
                        .map(term -> LocalizedText.of(term.name(), taxonomy.language()))
                        .toList());
    }

    /** Returns the chosen names, limited because a query may hold thousands, and empty ones up to {@code min}. */
    private static List<String> fields(Collection<String> chosen, int min, TaxonomyTerms taxonomy) {
        return Stream.concat(chosen.stream().map(taxonomy::name), Stream.generate(() -> ""))
                .limit(Math.max(min, Math.min(chosen.size(), Combination.MAX_TERMS)))
                .toList();
    }
}
