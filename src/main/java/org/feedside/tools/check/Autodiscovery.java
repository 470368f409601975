package org.feedside.tools.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.built.BuiltFolder;
import org.feedside.feeds.Feed;
import org.feedside.feeds.Format;
import org.feedside.markup.discovery.HtmlPage;
import org.feedside.markup.discovery.HtmlPage.PlacedLink;
import org.feedside.tools.check.SiteFeeds.FeedAtPath;

/** Finds faults in the autodiscovery links of pages. */
record Autodiscovery(SiteFeeds feeds, BuiltFolder folder, PageFaults faults) {
    /** Types of feeds that are too general: the address decides whether such a link is a feed. */
    private static final Set<String> VAGUE = Set.of("text/xml", "application/xml", "application/json", "text/html", "");

    /** Adds all faults of a page. {@code path} is its file below the folder. */
    void check(String path, HtmlPage page) {
        if (!page.isDocument() || page.isRedirect() || page.isHidden()) {
            return;
        }
        var links = page.links().stream().filter(this::meansFeed).toList();
        if (links.isEmpty()) {
            faults.add(
                    "none",
                    page.head(),
                    "the page links to no feed, so readers find none: add <link rel=\"alternate\"> to the head of its template (`feedside snippet autodiscovery` prints it)");
            return;
        }
        links.forEach(this::check);
        checkFirst(path, links);
        checkTitles(links);
    }

    private boolean meansFeed(PlacedLink link) {
        return link.link().type().filter(Format::isFeed).isPresent()
                || (VAGUE.contains(link.link().type().orElse(""))
                        && feedAt(link).isPresent());
    }

    private Optional<FeedAtPath> feedAt(PlacedLink link) {
        return feeds.path(link.link().href()).flatMap(feeds::at);
    }

    private void check(PlacedLink link) {
        var target = feedAt(link);
        if (!feeds.isOurs(link.link().href())) {
            otherHost(link, target);
        } else if (target.isPresent()) {
            checkType(link, target.get().file().format());
        } else {
            missing(link, link.link().href());
        }
    }

    private void otherHost(PlacedLink link, Optional<FeedAtPath> target) {
        var remedy =
                target.map(feed -> "write " + feed.file().url()).orElse("remove it, or link to a feed of this site");
        faults.add(
                "host of " + link.written().replaceFirst("^((?:\\w+:)?//[^/]*).*", "$1"),
                link.place(),
                "%s is not on the host of the site, %s: %s"
                        .formatted(link.link().href(), feeds.host(), remedy));
    }

    /** A link to a file of the site itself is correct. */
    private void missing(PlacedLink link, String address) {
        var path = feeds.path(address);
        if (path.filter(folder::has).isPresent()) {
            return;
        }
        var name = address.substring(address.lastIndexOf('/') + 1);
        var moved = path.flatMap(feeds::moved);
        var remedy = feeds.suggestion(link.link().type())
                .map("link to an existing feed, such as %s"::formatted)
                .orElse("remove it");
        if (moved.isPresent()) {
            faults.add(
                    "moved " + name,
                    link.place(),
                    "the feed of %s has another address: write %s".formatted(address, moved.get()));
        } else if (link.written().startsWith("/") || link.written().contains("//")) {
            faults.add("nowhere " + name, link.place(), "the site has no feed at %s: %s".formatted(address, remedy));
        } else {
            faults.add(
                    "relative " + name,
                    link.place(),
                    "`%s` leads from this page to %s, where there is no feed: %s"
                            .formatted(link.written(), address, remedy));
        }
    }

    private void checkType(PlacedLink link, Format format) {
        var type = link.link().type();
        if (!type.equals(Optional.of(format.mediaType()))) {
            var wrong = type.map("`%s` is not the type of this feed"::formatted)
                    .orElse("without a type, readers do not recognise this as a feed");
            faults.add(
                    "type " + type.orElse("") + " " + format,
                    link.place(),
                    "%s: write type=\"%s\"".formatted(wrong, format.mediaType()));
        }
    }

    /** Many readers use the first feed of a page without asking. */
    private void checkFirst(String path, List<PlacedLink> links) {
        var first = links.get(0);
        var named = feedAt(first).map(FeedAtPath::feed);
        feeds.ofTerm(path)
                .filter(own -> named.isPresent() && !named.equals(Optional.of(own)))
                .ifPresent(own -> faults.add(
                        "first",
                        first.place(),
                        "readers use the first feed of a page, but this is not the feed of its term: put %s first"
                                .formatted(SiteFeeds.address(own, first.link().type()))));
    }

    /** The formats of one feed may share a title: people choose the feed, readers the format. */
    private void checkTitles(List<PlacedLink> links) {
        Map<String, Feed> titled = new HashMap<>();
        for (var link : links) {
            var feed = feedAt(link).map(FeedAtPath::feed);
            var title = link.link().title();
            if (feed.isPresent() && title.isPresent()) {
                var other = titled.putIfAbsent(title.get(), feed.get());
                if (other != null && !other.equals(feed.get())) {
                    faults.add(
                            "title",
                            link.place(),
                            "two feeds of this page have the title \"%s\", so people cannot tell them apart: give this one another title"
                                    .formatted(title.get()));
                }
            }
        }
    }
}
