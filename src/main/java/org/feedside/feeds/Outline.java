package org.feedside.feeds;

import java.util.List;
import java.util.Optional;
import org.feedside.content.PageDate;

/**
 * The list of a site's feeds, for those who want them all.
 *
 * @param page the site's first page
 * @param feeds those that stand first, by themselves
 * @param groups all others
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

    /** Feeds of one kind. */
    public record Group(String name, List<Line> feeds) {
        public Group {
            feeds = List.copyOf(feeds);
        }
    }

    /**
     * A feed of the list.
     *
     * @param url where to subscribe to it
     * @param page the page it is the feed of
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
