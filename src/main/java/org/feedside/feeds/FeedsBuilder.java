package org.feedside.feeds;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feedside.config.Language;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteConfig;
import org.feedside.content.PageDate;
import org.feedside.diagnostics.Diagnostic;
import org.feedside.diagnostics.Place;
import org.feedside.markup.Rendered;
import org.feedside.site.Post;
import org.feedside.site.Posts;
import org.feedside.site.Site;

/**
 * Decides which feeds a site has and what is in them (zola.md, sections 8 and 9): one for each language, each section
 * that wants one, and each term. Adding a kind of feed begins here.
 */
public final class FeedsBuilder {
    private final SiteConfig config;
    private final ServiceConfig service;
    private final Function<Post, Rendered> renderer;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final EntryMaker maker;
    private final Map<Post, Entry> entries = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private FeedsBuilder(SiteConfig config, ServiceConfig service, Function<Post, Rendered> renderer) {
        this.config = config;
        this.service = service;
        this.renderer = renderer;
        this.maker = new EntryMaker(config, problems);
    }

    /**
     * The feeds of a site.
     *
     * @param renderer gives the HTML of a post; asked once for each post that some feed shows, and for no other
     */
    public static Feeds of(Site site, ServiceConfig service, Function<Post, Rendered> renderer) {
        return new FeedsBuilder(site.config(), service, renderer).build(site);
    }

    private Feeds build(Site site) {
        var feeds = new ArrayList<Feed>();
        for (var posts : site.collections()) {
            if (isWanted(posts)) {
                feed(posts).ifPresent(feeds::add);
            }
        }
        return new Feeds(feeds, problems);
    }

    private boolean isWanted(Posts posts) {
        return !(posts instanceof Posts.OfSection s) || s.section().generateFeeds() || service.sectionFeeds();
    }

    private Optional<Feed> feed(Posts posts) {
        var files = files(posts);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        var shown = posts.posts().stream().limit(limit()).map(this::entry).toList();
        return Optional.of(new Feed(
                Iri.encode(config.permalink(posts.path())),
                posts.language().code(),
                title(posts),
                posts.language().description().filter(d -> !d.isBlank()).map(XmlCharacters::clean),
                List.of(author(posts.language())),
                changed(posts.posts()),
                shown,
                files,
                new History.Newest(),
                picture(service.icon()),
                picture(service.logo()),
                service.hub().map(URI::toString)));
    }

    /** A picture's URL, which may be written as a path of the site. */
    private Optional<String> picture(Optional<String> written) {
        return written.map(place -> place.startsWith("/") ? config.url(place) : place)
                .map(Iri::encode);
    }

    private long limit() {
        return service.limit().orElse(config.feedLimit().orElse(Integer.MAX_VALUE));
    }

    private Entry entry(Post post) {
        return entries.computeIfAbsent(post, p -> maker.entry(p, renderer.apply(p)));
    }

    private String title(Posts posts) {
        var site = siteTitle(posts.language());
        return XmlCharacters.clean(posts.name().map(name -> site + " - " + name).orElse(site));
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

    /** Zola's {@code last_updated}: the greatest text among all posts' {@code updated} and the newest post's date (rule 4). */
    private static Optional<PageDate> changed(List<Post> posts) {
        var newest = posts.stream().findFirst().map(Post::date);
        return Stream.concat(posts.stream().flatMap(post -> post.update().stream()), newest.stream())
                .max(Comparator.comparing(PageDate::text));
    }

    /** The feed's files that no feed before it has taken: ours, and those that Zola names. */
    private List<FeedFile> files(Posts posts) {
        var folder = posts.path().substring(1);
        if (!SafePath.isSafe(folder)) {
            problems.add(Diagnostic.warning(
                    Place.startOf(config.file()),
                    "`%s` is no safe path, so there is no feed of it: give it another name or slug".formatted(folder)));
            return List.of();
        }
        var names = new LinkedHashSet<String>();
        for (var format : Format.values()) {
            names.add(format.fileName());
        }
        names.addAll(posts.language().feedFilenames());
        var files = new ArrayList<FeedFile>();
        for (var name : names) {
            // A term of which the slug leaves nothing has two slashes in its path, which are one in any folder.
            var path = (folder + name).replaceAll("//+", "/");
            if (taken.add(path)) {
                var isZolas = posts.language().feedFilenames().contains(name);
                var id = isZolas ? config.permalink(folder + name) : config.url(folder + name);
                files.add(new FeedFile(path, Iri.encode(config.url(path)), id, formatOf(name)));
            }
        }
        return files;
    }

    /** Our own names say what they are; of others the site's template does, or else the name. */
    private Format formatOf(String name) {
        for (var format : Format.values()) {
            if (format.fileName().equals(name)) {
                return format;
            }
        }
        if (name.endsWith(".json")) {
            return Format.JSON;
        }
        return config.isRss(name) ? Format.RSS : Format.ATOM;
    }
}
