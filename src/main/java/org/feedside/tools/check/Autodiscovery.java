package org.feedside.tools.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.feeds.Feed;
import org.feedside.feeds.Format;
import org.feedside.markup.discovery.HtmlPage;
import org.feedside.markup.discovery.HtmlPage.PlacedLink;
import org.feedside.tools.check.SiteFeeds.FeedAtPath;

/** Finds faults in a page's autodiscovery links. */
public final class Autodiscovery {
    /**
     * Types that people use for feeds although they are too general. The address decides whether such a link is a feed.
     */
    private static final Set<String> VAGUE = Set.of("text/xml", "application/xml", "application/json", "text/html", "");

    private final SiteFeeds feeds;
    private final PublicFolder folder;

    public Autodiscovery(SiteFeeds feeds, PublicFolder folder) {
        this.feeds = feeds;
        this.folder = folder;
    }

    /** Returns all faults of a page. {@code path} is its file below the folder. */
    public List<PageFault> faults(String path, HtmlPage page) {
        if (!page.isDocument() || page.isRedirect() || page.isHidden()) {
            return List.of();
        }
        var links = page.links().stream().filter(this::meansFeed).toList();
        if (links.isEmpty()) {
            return List.of(
                    fault(
                            "none",
                            page.head(),
                            "the page links to no feed, so readers find none: add <link rel=\"alternate\"> to the head of its template (`feedside snippet autodiscovery` prints it)"));
        }
        var faults = new ArrayList<PageFault>();
        links.forEach(link -> fault(link).ifPresent(faults::add));
        firstOfTerm(path, links).ifPresent(faults::add);
        faults.addAll(titles(links));
        return faults;
    }

    private boolean meansFeed(PlacedLink link) {
        return link.link().type().filter(Format::isFeed).isPresent()
                || (VAGUE.contains(link.link().type().orElse(""))
                        && feedAt(link).isPresent());
    }

    private Optional<FeedAtPath> feedAt(PlacedLink link) {
        return feeds.path(link.link().href()).flatMap(feeds::at);
    }

    private Optional<PageFault> fault(PlacedLink link) {
        var address = link.link().href();
        if (!feeds.isOurs(address)) {
            return Optional.of(otherHost(link, address));
        }
        var target = feedAt(link);
        return target.isPresent() ? type(link, target.get().file().format()) : missing(link, address);
    }

    private PageFault otherHost(PlacedLink link, String address) {
        var remedy = feedAt(link)
                .map(target -> "write " + target.file().url())
                .orElse("remove it, or link to a feed of this site");
        return fault(
                "host of " + link.written().replaceFirst("^((?:\\w+:)?//[^/]*).*", "$1"),
                link.place(),
                "%s is not on the host of the site, %s: %s".formatted(address, feeds.host(), remedy));
    }

    /** A link to a file of the site itself is correct. */
    private Optional<PageFault> missing(PlacedLink link, String address) {
        var path = feeds.path(address);
        if (path.filter(folder::has).isPresent()) {
            return Optional.empty();
        }
        var moved = path.flatMap(feeds::moved);
        if (moved.isPresent()) {
            return Optional.of(fault(
                    "moved " + lastPart(address),
                    link.place(),
                    "the feed of %s has another address: write %s".formatted(address, moved.get())));
        }
        var remedy = feeds.suggestion(link.link().type())
                .map("link to an existing feed, such as %s"::formatted)
                .orElse("remove it");
        var isRelative = !link.written().startsWith("/") && !link.written().contains("//");
        return Optional.of(
                isRelative
                        ? fault(
                                "relative " + lastPart(address),
                                link.place(),
                                "`%s` leads from this page to %s, where there is no feed: %s"
                                        .formatted(link.written(), address, remedy))
                        : fault(
                                "nowhere " + lastPart(address),
                                link.place(),
                                "the site has no feed at %s: %s".formatted(address, remedy)));
    }

    private static Optional<PageFault> type(PlacedLink link, Format format) {
        var type = link.link().type();
        if (type.equals(Optional.of(format.mediaType()))) {
            return Optional.empty();
        }
        var wrong = type.map("`%s` is not the type of this feed"::formatted)
                .orElse("without a type, readers do not recognise this as a feed");
        return Optional.of(fault(
                "type " + type.orElse("") + " " + format,
                link.place(),
                "%s: write type=\"%s\"".formatted(wrong, format.mediaType())));
    }

    /** Many readers use the first feed of a page without asking. */
    private Optional<PageFault> firstOfTerm(String path, List<PlacedLink> links) {
        var first = links.get(0);
        var named = feedAt(first).map(FeedAtPath::feed);
        return feeds.ofTerm(path)
                .filter(own -> named.isPresent() && !named.equals(Optional.of(own)))
                .map(own -> fault(
                        "first",
                        first.place(),
                        "readers use the first feed of a page, but this is not the feed of its term: put %s first"
                                .formatted(SiteFeeds.address(own, first.link().type()))));
    }

    /** The formats of one feed may share a title: people choose the feed, readers the format. */
    private List<PageFault> titles(List<PlacedLink> links) {
        Map<String, Feed> titled = new HashMap<>();
        var faults = new ArrayList<PageFault>();
        for (var link : links) {
            var feed = feedAt(link).map(FeedAtPath::feed);
            var title = link.link().title();
            if (feed.isPresent() && title.isPresent()) {
                var other = titled.putIfAbsent(title.get(), feed.get());
                if (other != null && !other.equals(feed.get())) {
                    faults.add(fault(
                            "title",
                            link.place(),
                            "two feeds of this page have the title \"%s\", so people cannot tell them apart: give this one another title"
                                    .formatted(title.get())));
                }
            }
        }
        return faults;
    }

    private static PageFault fault(String kind, Place place, String message) {
        return new PageFault(kind, Diagnostic.warning(place, message));
    }

    private static String lastPart(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
