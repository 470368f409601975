package org.feedside.pages;

import java.util.List;
import java.util.Optional;

/**
 * The list of all feeds, as its template shows it.
 *
 * @param home the site's first page
 * @param outline the list for feed readers, if there is one
 */
public record IndexView(
        PageHead frame, LocalizedText site, String home, Optional<String> outline, int feeds, List<Group> groups) {
    public IndexView {
        groups = List.copyOf(groups);
    }

    /**
     * Feeds of one kind.
     *
     * @param id of the heading, for links to it
     * @param name of the kind
     * @param language of all of them, in English, if the site has several
     * @param whole whether these are the few of everything, which most people want
     */
    public record Group(String id, LocalizedText name, Optional<String> language, boolean whole, List<Line> feeds) {
        public Group {
            feeds = List.copyOf(feeds);
        }
    }

    /**
     * A feed.
     *
     * @param page the page about it
     * @param language in English, if the site has several and the group does not say it
     */
    public record Line(
            LocalizedText name, String page, FeedFacts facts, Optional<String> language, List<FeedAddress> addresses) {
        public Line {
            addresses = List.copyOf(addresses);
        }
    }
}
