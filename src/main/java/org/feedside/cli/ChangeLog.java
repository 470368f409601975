package org.feedside.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.text.PrintableText;
import org.feedside.feeds.Format;
import org.feedside.publishing.Published;
import org.feedside.refreshing.RefreshResult;
import org.feedside.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs changes: one line for each change, none for a refresh without changes. */
final class ChangeLog implements Consumer<RefreshResult> {
    private static final Logger LOG = LoggerFactory.getLogger("feedside");

    private final Published published;
    private final String baseUrl;
    private final Optional<String> pages;
    private List<Diagnostic> problems = List.of();
    private List<Site.ScheduledPost> waiting = List.of();
    private Optional<RefreshResult.Kind> kind = Optional.empty();

    /**
     * Logs changes from now on.
     *
     * @param baseUrl where the feeds are served
     * @param pages the folder of the pages about the feeds; empty if there are none
     */
    ChangeLog(Published published, String baseUrl, Optional<String> pages) {
        this.published = published;
        this.baseUrl = baseUrl;
        this.pages = pages;
    }

    @Override
    public void accept(RefreshResult result) {
        if (result.kind() == RefreshResult.Kind.POSTPONED) {
            return;
        }
        logProblems(result.problems());
        if (kind.isEmpty()) {
            logUrls(result);
        } else if (result.changed() > 0) {
            LOG.info(
                    "published: {} changed, {} in {}",
                    PrintableText.count(result.changed(), "document"),
                    PrintableText.count(result.posts(), "post"),
                    PrintableText.count(result.documents(), "document"));
        }
        logKind(result.kind());
        logWaiting(result.waiting());
    }

    private void logProblems(List<Diagnostic> now) {
        var newProblems = new ArrayList<>(now);
        newProblems.removeAll(problems);
        for (var problem : newProblems) {
            if (problem.isError()) {
                LOG.error("{}", problem);
            } else {
                LOG.warn("{}", problem);
            }
        }
        if (now.isEmpty() && !problems.isEmpty()) {
            LOG.info("all problems are fixed");
        }
        problems = now;
    }

    private void logUrls(RefreshResult result) {
        LOG.info(
                "{} in {}; subscribe to",
                PrintableText.count(result.posts(), "post"),
                PrintableText.count(result.documents(), "document"));
        for (var format : Format.values()) {
            published
                    .current()
                    .find(format.fileName())
                    .ifPresent(document -> LOG.info("  {}/{}", baseUrl, document.path()));
        }
        published.current().documents().stream()
                .filter(document -> document.path().contains("/"))
                .findFirst()
                .ifPresent(document -> LOG.info("  {}/{} and others like it", baseUrl, document.path()));
        pages.ifPresent(folder -> LOG.info("all feeds are listed at {}/{}/", baseUrl, folder));
    }

    private void logKind(RefreshResult.Kind now) {
        if (now == RefreshResult.Kind.DEGRADED && !kind.equals(Optional.of(now))) {
            LOG.warn("degraded: the published feeds stay unchanged until the problems above are fixed");
        } else if (now == RefreshResult.Kind.CURRENT && kind.equals(Optional.of(RefreshResult.Kind.DEGRADED))) {
            LOG.info("no longer degraded");
        }
        kind = Optional.of(now);
    }

    private void logWaiting(List<Site.ScheduledPost> now) {
        now.stream()
                .filter(post -> !waiting.contains(post))
                .forEach(post -> LOG.info("{} is scheduled for {}", PrintableText.name(post.file()), post.until()));
        waiting = now;
    }
}
