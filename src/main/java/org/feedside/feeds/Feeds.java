package org.feedside.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedside.diagnostics.Diagnostic;

/**
 * The feeds of a site, each file's path once, and what was wrong on the way.
 *
 * @param all those that are always there
 * @param outline the list of them; empty if there are none
 * @param onDemand those that are made when somebody asks
 */
public record Feeds(List<Feed> all, Optional<Outline> outline, List<Diagnostic> problems, FeedsOnDemand onDemand) {
    public Feeds {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /** Everything to publish, the site's feed first. */
    public List<Publication> publications() {
        var publications = new ArrayList<Publication>(all);
        outline.ifPresent(publications::add);
        return publications;
    }
}
