package org.feedside.feeds;

import java.util.List;
import org.feedside.diagnostics.Diagnostic;

/** The feeds of a site, each file's path once, and what was wrong on the way. */
public record Feeds(List<Feed> all, List<Diagnostic> problems) {
    public Feeds {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }
}
