package org.feedside.operating;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.feedside.pages.PageHead;

/**
 * The page of the status: every text as the page shows it.
 *
 * @param explained the explanation of the state
 * @param facts about the process
 * @param published about the published feeds
 * @param changed some of the documents of the last change
 * @param hub empty if no hub is configured
 */
public record StatusPage(
        PageHead head,
        String state,
        String explained,
        List<String> facts,
        List<Problem> problems,
        List<Fact> published,
        List<String> changed,
        List<Fact> waiting,
        List<Fact> hub,
        List<Fact> unwanted) {
    public StatusPage {
        facts = List.copyOf(facts);
        problems = List.copyOf(problems);
        published = List.copyOf(published);
        changed = List.copyOf(changed);
        waiting = List.copyOf(waiting);
        hub = List.copyOf(hub);
        unwanted = List.copyOf(unwanted);
    }

    /** A name and its value. */
    public record Fact(String name, String value) {}

    /** A problem with its place and age. */
    public record Problem(String severity, String place, String message, String age) {}

    static StatusPage of(Status status, String style) {
        return new StatusPage(
                new PageHead("en", "Feedside is " + status.state(), style, Optional.empty(), List.of()),
                status.state().toString(),
                explained(status),
                List.of(
                        "Version " + status.version(),
                        "Running for " + HumanText.duration(status.uptime()),
                        "Memory %s of %s"
                                .formatted(
                                        HumanText.bytes(status.memory().used()),
                                        HumanText.bytes(status.memory().most()))),
                status.problems().stream().map(p -> problem(p, status.now())).toList(),
                published(status),
                status.lastChange().map(Status.Change::paths).orElse(List.of()),
                status.waiting().stream()
                        .map(post -> new Fact(post.file(), HumanText.time(post.until())))
                        .toList(),
                status.pings().map(StatusPage::hub).orElse(List.of()),
                status.pings().map(Status.Pings::unwanted).orElse(List.of()).stream()
                        .map(refusal -> new Fact(refusal.topic(), refusal.why()))
                        .toList());
    }

    private static String explained(Status status) {
        return switch (status.state()) {
            case STARTING ->
                status.generation() == 0
                        ? "The feeds are being built for the first time."
                        : "The previously published feeds are served while the posts are being read.";
            case CURRENT -> "The feeds are up to date.";
            case DEGRADED -> "The previously published feeds are served until the problems below are fixed.";
        };
    }

    private static Problem problem(KnownProblem known, Instant now) {
        var problem = known.problem();
        return new Problem(
                problem.severity().toString(),
                problem.place().toString(),
                problem.message(),
                HumanText.duration(Status.between(known.since(), now)));
    }

    private static List<Fact> published(Status status) {
        return List.of(
                new Fact("Generation", HumanText.number(status.generation())),
                new Fact("Posts", known(status.posts())),
                new Fact("Feeds", HumanText.number(status.feeds())),
                new Fact("Documents", HumanText.number(status.documents())),
                new Fact(
                        "Last scan",
                        status.lastRefresh().map(r -> refresh(r, status.now())).orElse("none yet")),
                new Fact(
                        "Last change",
                        status.lastChange()
                                .map(change -> "%s; %s"
                                        .formatted(
                                                refresh(change.refresh(), status.now()),
                                                count(change.documents(), "document")))
                                .orElse("none since the start")));
    }

    private static String known(OptionalInt posts) {
        return posts.isPresent() ? HumanText.number(posts.getAsInt()) : "not read yet";
    }

    private static String refresh(Status.Refreshed refresh, Instant now) {
        return "%s ago, took %s"
                .formatted(HumanText.duration(Status.between(refresh.at(), now)), HumanText.duration(refresh.took()));
    }

    private static List<Fact> hub(Status.Pings pings) {
        return List.of(
                new Fact("Hub", pings.hub().toString()),
                new Fact("Notifications since the start", count(pings.told(), "document")),
                new Fact("Pending", count(pings.pending(), "document")),
                new Fact("Problem", pings.unavailable().orElse("none")),
                new Fact("Next attempt", pings.next().map(HumanText::time).orElse("none")));
    }

    private static String count(long number, String noun) {
        return HumanText.number(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
