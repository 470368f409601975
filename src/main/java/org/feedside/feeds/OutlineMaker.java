package org.feedside.feeds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.text.XmlCharacters;
import org.feedside.content.PageDate;
import org.feedside.feeds.Outline.Group;
import org.feedside.feeds.Outline.Line;
import org.feedside.site.PostCollection;

/** Collects the list of feeds: those of the site first, then sections, then each taxonomy. */
final class OutlineMaker {
    private final List<Feed> all = new ArrayList<>();
    private final List<Line> feeds = new ArrayList<>();
    private final Map<String, List<Line>> groups = new LinkedHashMap<>();

    void add(PostCollection posts, Feed feed) {
        all.add(feed);
        if (posts instanceof PostCollection.OfTerm t) {
            group(t.term().taxonomy()).add(Line.of(feed));
        } else if (posts instanceof PostCollection.OfSection) {
            group("Sections").add(Line.of(feed));
        } else {
            feeds.add(Line.of(feed));
        }
    }

    private List<Line> group(String name) {
        return groups.computeIfAbsent(XmlCharacters.clean(name), n -> new ArrayList<>());
    }

    /** Returns the list; its first feed is the main feed of the default language. */
    Optional<Outline> outline(FeedFile file) {
        return all.stream()
                .findFirst()
                .map(site -> new Outline(
                        site.page(),
                        site.language(),
                        "Feeds of " + site.title(),
                        site.authors(),
                        all.stream()
                                .flatMap(feed -> feed.changed().stream())
                                .max(Comparator.comparing(PageDate::instant)),
                        feeds,
                        groups.entrySet().stream()
                                .map(group -> new Group(group.getKey(), group.getValue()))
                                .toList(),
                        List.of(file)));
    }
}
