package org.feedside.feeds;

import java.util.List;
import java.util.Optional;
import org.feedside.content.PageDate;

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

    /** Feeds of one kind. */
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
