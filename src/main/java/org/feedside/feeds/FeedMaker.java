package org.feedside.feeds;

import java.net.IDN;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feedside.base.text.PercentEncoding;
import org.feedside.base.text.XmlCharacters;
import org.feedside.config.Language;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteConfig;
import org.feedside.content.PageDate;
import org.feedside.site.Post;
import org.feedside.site.PostCollection;

/** Makes feeds from collections of posts (zola.md, sections 8 and 9). */
record FeedMaker(SiteConfig config, ServiceConfig service, FeedNames names, Function<Post, Entry> entries) {
    /** Returns the feed to subscribe to, which shows the newest posts. */
    Feed current(PostCollection posts, List<FeedFile> files) {
        var shown = shown(posts, config, service);
        return feed(posts, shown, files, history(posts, shown));
    }

    /** Returns the posts that the feed to subscribe to shows. */
    static List<Post> shown(PostCollection posts, SiteConfig config, ServiceConfig service) {
        return posts.posts().stream().limit(limit(config, service)).toList();
    }

    /** Returns an archive, which shows one part of the posts. */
    Feed archive(PostCollection posts, Archives.Part part, List<FeedFile> files) {
        var archives = archives(posts);
        var history = new History.Archive(
                archives.part(part.number() - 1).map(p -> partUrl(posts, p)),
                archives.part(part.number() + 1).map(p -> partUrl(posts, p)),
                names.folderUrl(folder(posts)));
        return feed(posts, part.posts(), files, history);
    }

    /** Returns the archives of a feed; none if the setting is off. */
    Archives archives(PostCollection posts) {
        return service.archives() ? Archives.of(posts.posts(), limit(config, service)) : new Archives(List.of());
    }

    /** Returns the folder of a feed, without a leading slash. */
    static String folder(PostCollection posts) {
        return posts.path().substring(1);
    }

    private Feed feed(PostCollection posts, List<Post> shown, List<FeedFile> files, History history) {
        return new Feed(
                page(posts),
                new FeedPages(config, service.pages().folder()).of(FeedNames.collapseSlashes(folder(posts))),
                posts.language().code(),
                title(posts),
                description(posts),
                List.of(author(posts.language())),
                changed(history instanceof History.Archive ? shown : posts.posts()),
                entries(posts, shown),
                files,
                history,
                picture(service.icon()),
                picture(service.logo()),
                service.hub().map(URI::toString));
    }

    /** Returns the entries of posts, with full texts or summaries as the feed has them. */
    List<Entry> entries(PostCollection posts, List<Post> shown) {
        var summaries = posts instanceof PostCollection.OfNamedFeed named
                ? named.feed().summaries()
                : service.entries().summaries();
        return shown.stream()
                .map(summaries ? entries.andThen(Entry::summarized) : entries)
                .toList();
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

    private static long limit(SiteConfig config, ServiceConfig service) {
        return service.limit().orElse(config.feedLimit().orElse(Integer.MAX_VALUE));
    }

    /** Returns the URL of the collection's page, or its parent's: combinations and named feeds have no page. */
    private String page(PostCollection posts) {
        var path = posts instanceof PostCollection.OfCombination || posts instanceof PostCollection.OfNamedFeed
                ? posts.path().replaceFirst("[^/]+/$", "")
                : posts.path();
        return PercentEncoding.permalink(config.permalink(path));
    }

    private String title(PostCollection posts) {
        if (posts instanceof PostCollection.OfNamedFeed named) {
            return XmlCharacters.line(named.feed().title());
        }
        var site = siteTitle(posts.language());
        // A name that begins with a minus sign needs no hyphen before it.
        return XmlCharacters.line(posts.name()
                .map(name -> site + (name.startsWith("\u2212") ? " " : " - ") + name)
                .orElse(site));
    }

    private static Optional<String> description(PostCollection posts) {
        var ofFeed = posts instanceof PostCollection.OfNamedFeed named
                ? named.feed().description()
                : Optional.<String>empty();
        return ofFeed.or(posts.language()::description)
                .filter(description -> !description.isBlank())
                .map(XmlCharacters::line);
    }

    /** Returns the title of the site or, without one, its host: a feed must have a title. */
    private String siteTitle(Language language) {
        return language.title()
                .or(() -> config.defaultLanguage().title())
                .filter(title -> !title.isBlank())
                .orElseGet(() -> IDN.toUnicode(config.address().getHost()));
    }

    private Person author(Language language) {
        return config.author()
                .map(author -> Person.parse(XmlCharacters.line(author)))
                .orElseGet(() -> new Person(XmlCharacters.line(siteTitle(language)), Optional.empty()));
    }

    /** Returns Zola's {@code last_updated} (zola.md, rule 4). */
    private static Optional<PageDate> changed(List<Post> posts) {
        var newest = posts.stream().findFirst().map(Post::date);
        return Stream.concat(posts.stream().flatMap(post -> post.update().stream()), newest.stream())
                .max(Comparator.comparing(PageDate::text));
    }

    /** Returns the URL of a picture, which may be configured as a path below base_url. */
    private Optional<String> picture(Optional<String> configured) {
        return configured.map(text -> text.startsWith("/") ? config.url(text) : text);
    }
}
