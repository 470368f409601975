package org.feedside.feeds;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.Language;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteConfig;
import org.feedside.content.PageDate;
import org.feedside.site.Post;
import org.feedside.site.PostCollection;

/**
 * Makes a feed of posts (zola.md, sections 8 and 9).
 *
 * @param entries gives the entry of a post
 */
record FeedMaker(SiteConfig config, ServiceConfig service, FeedNames names, Function<Post, Entry> entries) {
    /** The feed to subscribe to: the newest posts. */
    Feed current(PostCollection posts, List<FeedFile> files) {
        var shown = shown(posts);
        return feed(posts, shown, files, history(posts, shown));
    }

    /** The posts that a feed to subscribe to shows. */
    List<Post> shown(PostCollection posts) {
        return posts.posts().stream().limit(limit()).toList();
    }

    /** An archive: a part of the posts. */
    Feed archive(PostCollection posts, Archives.Part part, List<FeedFile> files) {
        var archives = archives(posts);
        var history = new History.Archive(
                archives.part(part.number() - 1).map(p -> partUrl(posts, p)),
                archives.part(part.number() + 1).map(p -> partUrl(posts, p)),
                names.folderUrl(folder(posts)));
        return feed(posts, part.posts(), files, history);
    }

    /** The archives of a feed; none if they are switched off. */
    Archives archives(PostCollection posts) {
        return service.archives() ? Archives.of(posts.posts(), limit()) : new Archives(List.of());
    }

    /** The folder of a feed, without a leading slash. */
    static String folder(PostCollection posts) {
        return posts.path().substring(1);
    }

    private FeedPages pages() {
        return new FeedPages(config, service.pages().folder());
    }

    private Feed feed(PostCollection posts, List<Post> shown, List<FeedFile> files, History history) {
        return new Feed(
                page(posts),
                pages().of(FeedNames.oneSlash(folder(posts))),
                posts.language().code(),
                title(posts),
                description(posts),
                List.of(author(posts.language())),
                changed(history instanceof History.Archive ? shown : posts.posts()),
                shown.stream().map(entries).toList(),
                files,
                history,
                picture(service.icon()),
                picture(service.logo()),
                service.hub().map(URI::toString));
    }

    private History history(PostCollection posts, List<Post> shown) {
        if (shown.size() == posts.posts().size()) {
            return new History.Complete();
        }
        return archives(posts)
                .newest()
                .<History>map(part -> new History.Current(partUrl(posts, part)))
                .orElseGet(History.Newest::new);
    }

    private String partUrl(PostCollection posts, Archives.Part part) {
        return names.folderUrl(folder(posts) + part.folder());
    }

    private long limit() {
        return service.limit().orElse(config.feedLimit().orElse(Integer.MAX_VALUE));
    }

    /** What has no page of its own leads to the page that is nearest. */
    private String page(PostCollection posts) {
        var path = posts instanceof PostCollection.OfCombination || posts instanceof PostCollection.OfNamedFeed
                ? posts.path().replaceFirst("[^/]+/$", "")
                : posts.path();
        return PercentEncoding.iri(config.permalink(path));
    }

    private String title(PostCollection posts) {
        if (posts instanceof PostCollection.OfNamedFeed named) {
            return XmlCharacters.clean(named.feed().title());
        }
        var site = siteTitle(posts.language());
        // A title that begins with a minus needs no hyphen before it.
        return XmlCharacters.clean(posts.name()
                .map(name -> site + (name.startsWith("\u2212") ? " " : " - ") + name)
                .orElse(site));
    }

    private static Optional<String> description(PostCollection posts) {
        var own = posts instanceof PostCollection.OfNamedFeed named
                ? named.feed().description()
                : Optional.<String>empty();
        return own.or(posts.language()::description)
                .filter(description -> !description.isBlank())
                .map(XmlCharacters::clean);
    }

    /** A feed must have a title: without one, the site is called by its host. */
    private String siteTitle(Language language) {
        return language.title()
                .or(() -> config.defaultLanguage().title())
                .filter(title -> !title.isBlank())
                .orElseGet(() -> URI.create(config.baseUrl()).getHost());
    }

    private Person author(Language language) {
        return config.author()
                .map(author -> Person.parse(XmlCharacters.clean(author)))
                .orElseGet(() -> new Person(XmlCharacters.clean(siteTitle(language)), Optional.empty()));
    }

    /** Zola's {@code last_updated}: the greatest text among all posts' {@code updated} and the newest post's date (zola.md, rule 4). */
    private static Optional<PageDate> changed(List<Post> posts) {
        var newest = posts.stream().findFirst().map(Post::date);
        return Stream.concat(posts.stream().flatMap(post -> post.update().stream()), newest.stream())
                .max(Comparator.comparing(PageDate::text));
    }

    /** A picture's URL, which may be written as a path of the site. */
    private Optional<String> picture(Optional<String> written) {
        return written.map(place -> place.startsWith("/") ? config.url(place) : place)
                .map(PercentEncoding::iri);
    }
}
