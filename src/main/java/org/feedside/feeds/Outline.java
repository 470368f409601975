package org.feedside.feeds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.feedside.base.text.XmlCharacters;
import org.feedside.content.PageDate;
import org.feedside.site.PostCollection;

/**
 * The list of a site's feeds, which feed readers can import as a whole.
 *
 * @param page the URL of the home page
 * @param feeds the feeds at the top level, before the groups
 * @param groups all other feeds
 */
public record Outline(
        String page,
        String language,
        String title,
        List<Person> authors,
        Optional<PageDate> changed,
        List<Line> feeds,
        List<Group> groups,
        List<FeedFile> files)
        implements Publication {
    public Outline {
        authors = List.copyOf(authors);
        feeds = List.copyOf(feeds);
        groups = List.copyOf(groups);
        files = List.copyOf(files);
    }

    /** Lists the feeds of the site first, then of sections, then of each taxonomy. The first is the main feed. */
    static Outline of(List<ListedFeed> listed, FeedFile file) {
        var site = listed.get(0).feed();
        var top = new ArrayList<Line>();
        var groups = new LinkedHashMap<String, List<Line>>();
        for (var feed : listed) {
            group(feed.posts())
                    .map(name -> groups.computeIfAbsent(XmlCharacters.line(name), n -> new ArrayList<>()))
                    .orElse(top)
                    .add(Line.of(feed.feed()));
        }
        return new Outline(
                site.page(),
                site.language(),
                "Feeds of " + site.title(),
                site.authors(),
                listed.stream()
                        .flatMap(feed -> feed.feed().changed().stream())
                        .max(Comparator.comparing(PageDate::instant)),
                top,
                groups.entrySet().stream()
                        .map(group -> new Group(group.getKey(), group.getValue()))
                        .toList(),
                List.of(file));
    }

    private static Optional<String> group(PostCollection posts) {
        if (posts instanceof PostCollection.OfTerm t) {
            return Optional.of(t.term().taxonomy());
        }
        return posts instanceof PostCollection.OfSection ? Optional.of("Sections") : Optional.empty();
    }

    public record Group(String name, List<Line> feeds) {
        public Group {
            feeds = List.copyOf(feeds);
        }
    }

    /**
     * A feed in the list.
     *
     * @param url the URL to subscribe to
     * @param page the URL of the page that the feed belongs to
     */
    public record Line(String title, String url, String page, Optional<String> description, String language) {
        static Line of(Feed feed) {
            var file = feed.files().stream()
                    .filter(f -> f.format() == Format.ATOM)
                    .findFirst()
                    .orElse(feed.files().get(0));
            return new Line(feed.title(), file.url(), feed.page(), feed.description(), feed.language());
        }
    }

    @Override
    public Optional<String> description() {
        return Optional.empty();
    }
}
