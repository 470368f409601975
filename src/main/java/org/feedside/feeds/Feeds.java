package org.feedside.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;

/**
 * The feeds of a site. No two files have the same path.
 *
 * @param listed the feeds that are always published, and their posts
 * @param outline the list of feeds; empty if there are none
 * @param problems the diagnostics of the build
 * @param onDemand the feeds that are made when they are requested
 */
public record Feeds(
        List<ListedFeed> listed, Optional<Outline> outline, List<Diagnostic> problems, OnDemandFeeds onDemand) {
    public Feeds {
        listed = List.copyOf(listed);
        problems = List.copyOf(problems);
    }

    /** Returns the feeds that are always published. */
    public List<Feed> all() {
        return listed.stream().map(ListedFeed::feed).toList();
    }

    /** Returns everything to publish, the site's main feed first. */
    public List<Publication> publications() {
        var publications = new ArrayList<Publication>(all());
        outline.ifPresent(publications::add);
        return publications;
    }
}
