package org.feedside.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;

/**
 * The feeds of a site, each file's path once, and what was wrong on the way.
 *
 * @param listed those that are always there, and what they are about
 * @param outline the list of them; empty if there are none
 * @param onDemand those that are made when somebody asks
 */
public record Feeds(
        List<ListedFeed> listed, Optional<Outline> outline, List<Diagnostic> problems, OnDemandFeeds onDemand) {
    public Feeds {
        listed = List.copyOf(listed);
        problems = List.copyOf(problems);
    }

    /** The feeds that are always there. */
    public List<Feed> all() {
        return listed.stream().map(ListedFeed::feed).toList();
    }

    /** Everything to publish, the site's feed first. */
    public List<Publication> publications() {
        var publications = new ArrayList<Publication>(all());
        outline.ifPresent(publications::add);
        return publications;
    }
}
