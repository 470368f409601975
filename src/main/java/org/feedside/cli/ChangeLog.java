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

/** Tells an operator what changes: one line for each change, none for each look. */
final class ChangeLog implements Consumer<RefreshResult> {
    private static final Logger LOG = LoggerFactory.getLogger("feedside");

    private final Published published;
    private final String address;
    private List<Diagnostic> problems = List.of();
    private List<Site.ScheduledPost> waiting = List.of();
    private Optional<RefreshResult.Kind> kind = Optional.empty();

    ChangeLog(Published published, String address) {
        this.published = published;
        this.address = address;
    }

    @Override
    public void accept(RefreshResult outcome) {
        tellProblems(outcome.problems());
        if (outcome.kind() == RefreshResult.Kind.POSTPONED) {
            return;
        }
        if (kind.isEmpty()) {
            tellAddresses(outcome);
        } else if (outcome.changed() > 0) {
            LOG.info(
                    "published: {} changed, {} in {}",
                    ExitCode.count(outcome.changed(), "document"),
                    ExitCode.count(outcome.posts(), "post"),
                    ExitCode.count(outcome.documents(), "document"));
        }
        tellKind(outcome.kind());
        tellWaiting(outcome.waiting());
    }

    private void tellProblems(List<Diagnostic> now) {
        var isNew = new ArrayList<>(now);
        isNew.removeAll(problems);
        for (var problem : isNew) {
            if (problem.isError()) {
                LOG.error("{}", problem);
            } else {
                LOG.warn("{}", problem);
            }
        }
        if (now.isEmpty() && !problems.isEmpty()) {
            LOG.info("all problems are mended");
        }
        problems = now;
    }

    private void tellAddresses(RefreshResult outcome) {
        LOG.info(
                "{} in {}; subscribe to",
                ExitCode.count(outcome.posts(), "post"),
                ExitCode.count(outcome.documents(), "document"));
        for (var format : Format.values()) {
            published
                    .current()
                    .find(format.fileName())
                    .ifPresent(document -> LOG.info("  {}/{}", address, document.path()));
        }
        published.current().documents().stream()
                .filter(document -> document.path().contains("/"))
                .findFirst()
                .ifPresent(document -> LOG.info("  {}/{} and others like it", address, document.path()));
    }

    private void tellKind(RefreshResult.Kind now) {
        if (now == RefreshResult.Kind.DEGRADED && !kind.equals(Optional.of(now))) {
            LOG.warn("degraded: what was published stays as it is until the problems above are mended");
        } else if (now == RefreshResult.Kind.CURRENT && kind.equals(Optional.of(RefreshResult.Kind.DEGRADED))) {
            LOG.info("no longer degraded");
        }
        kind = Optional.of(now);
    }

    private void tellWaiting(List<Site.ScheduledPost> now) {
        now.stream()
                .filter(post -> !waiting.contains(post))
                .forEach(post -> LOG.info("{} waits until {}", PrintableText.name(post.file()), post.until()));
        waiting = now;
    }
}
