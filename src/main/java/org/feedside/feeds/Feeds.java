package org.feedside.feeds;

import java.util.List;
import org.feedside.diagnostics.Diagnostic;

/**
 * The feeds of a site, each file's path once, and what was wrong on the way.
 *
 * @param all those that are always there
 * @param onDemand those that are made when somebody asks
 */
public record Feeds(List<Feed> all, List<Diagnostic> problems, FeedsOnDemand onDemand) {
    public Feeds {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }
}
