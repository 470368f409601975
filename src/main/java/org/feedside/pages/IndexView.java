package org.feedside.pages;

import java.util.List;
import java.util.Optional;

/**
 * The data of the page with all feeds, for its template.
 *
 * @param outline the URL of the list for feed readers, if there is one
 */
public record IndexView(PageHead head, LocalizedText site, Optional<String> outline, int feeds, List<Group> groups) {
    /**
     * The feeds of one kind.
     *
     * @param language the name of the language that all of them have, if the site has several
     * @param main whether these are the main feeds of the site, which are shown with their addresses
     */
    public record Group(
            String id, LocalizedText name, Optional<LocalizedText> language, boolean main, List<Line> feeds) {}

    /**
     * A feed in the list.
     *
     * @param page the URL of the page about it
     * @param language the name of its language, if the site has several and the group has none
     */
    public record Line(
            LocalizedText name, String page, FeedFacts facts, Optional<LocalizedText> language, FeedAddress address) {}
}
