package org.feedside.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedside.operating.Exchanges.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.publishing.Document;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.refreshing.RefreshResult;
import org.feedside.refreshing.RefreshRun;
import org.feedside.site.Site;
import org.feedside.testing.Documents;
import org.feedside.testing.SimulatedClock;
import org.junit.jupiter.api.Test;

class RefreshRecorderTest {
    private static final Diagnostic POST = Code.VALUE.error(new Place("content/a.md", 3, 1), "a bad date");
    private static final Diagnostic OTHER = Code.VALUE.warning(new Place("content/b.md", 1, 1), "no title");
    private static final Diagnostic CONFIG = Code.VALUE.error(new Place("zola.toml", 1, 12), "no value");
    private static final Site.ScheduledPost LATER = new Site.ScheduledPost("content/c.md", NOW.plusSeconds(3600));

    private final SimulatedClock clock = new SimulatedClock(NOW);
    private final Published published = new Published();
    private final RefreshRecorder watch = new RefreshRecorder(published);
    private long generation;

    private void publish(String... pathsAndTexts) {
        var documents = new TreeMap<String, Document>();
        for (var i = 0; i < pathsAndTexts.length; i += 2) {
            var path = pathsAndTexts[i];
            documents.put(path, Documents.atom(path, NOW, pathsAndTexts[i + 1]));
        }
        published.publish(new Snapshot(++generation, documents, OnDemand.NONE));
    }

    private void refresh(RefreshResult.Kind kind, int changed, Diagnostic... problems) {
        var degraded = kind == RefreshResult.Kind.DEGRADED;
        var outcome = new RefreshResult(
                kind,
                degraded ? 0 : 7,
                1,
                changed,
                List.of(problems),
                Map.of(),
                degraded ? List.of() : List.of(LATER),
                Optional.empty(),
                Set.of());
        refresh(Optional.of(outcome));
    }

    private void refresh(Optional<RefreshResult> outcome) {
        var started = clock.instant();
        clock.advance(Duration.ofMillis(250));
        watch.record(new RefreshRun(started, clock.instant(), outcome));
    }

    private List<Instant> since() {
        return watch.seen().problems().stream().map(KnownProblem::since).toList();
    }

    @Test
    void before_the_first_refresh_it_is_starting() {
        assertThat(watch.seen()).isEqualTo(Status.Refreshes.NONE);

        refresh(RefreshResult.Kind.POSTPONED, 1);

        assertThat(watch.seen().state()).isEqualTo(Status.State.STARTING);
        assertThat(watch.seen().last()).contains(new Status.Refreshed(NOW, Duration.ofMillis(250)));
    }

    @Test
    void a_problem_keeps_its_age_while_it_stays_and_gets_a_new_one_when_it_comes_back() {
        refresh(RefreshResult.Kind.CURRENT, 0, POST);
        clock.advance(Duration.ofMinutes(10));
        var second = clock.instant();
        refresh(RefreshResult.Kind.CURRENT, 0, POST, OTHER);
        assertThat(since()).containsExactly(NOW, second);

        refresh(RefreshResult.Kind.CURRENT, 0, OTHER);
        assertThat(since()).containsExactly(second);

        clock.advance(Duration.ofMinutes(10));
        var again = clock.instant();
        refresh(RefreshResult.Kind.CURRENT, 0, POST, OTHER);
        assertThat(since()).containsExactly(again, second);
    }

    @Test
    void what_degrades_the_service_hides_the_problems_of_posts_and_costs_them_no_age() {
        refresh(RefreshResult.Kind.CURRENT, 0, POST);
        clock.advance(Duration.ofMinutes(10));
        var broken = clock.instant();

        refresh(RefreshResult.Kind.DEGRADED, 0, CONFIG);
        assertThat(watch.seen().state()).isEqualTo(Status.State.DEGRADED);
        assertThat(watch.seen().problems()).containsExactly(new KnownProblem(CONFIG, broken));
        assertThat(watch.seen().posts()).hasValue(7);
        assertThat(watch.seen().waiting()).containsExactly(LATER);
        assertThat(watch.seen().lastSuccess()).contains(NOW.plusMillis(250));

        clock.advance(Duration.ofMinutes(10));
        refresh(RefreshResult.Kind.DEGRADED, 0, CONFIG);
        assertThat(since()).containsExactly(broken);

        refresh(RefreshResult.Kind.CURRENT, 0, POST);
        assertThat(watch.seen().state()).isEqualTo(Status.State.CURRENT);
        assertThat(watch.seen().problems()).containsExactly(new KnownProblem(POST, NOW));
        assertThat(watch.seen().lastSuccess()).contains(clock.instant());
    }

    @Test
    void a_fault_of_ours_is_a_problem_until_a_refresh_ends_well() {
        refresh(RefreshResult.Kind.CURRENT, 0);

        refresh(Optional.empty());
        assertThat(watch.seen().state()).isEqualTo(Status.State.DEGRADED);
        assertThat(watch.seen().problems())
                .extracting(known -> known.problem().message())
                .containsExactly("internal error: see the log for details, and please report it");

        refresh(RefreshResult.Kind.CURRENT, 0);
        assertThat(watch.seen().problems()).isEmpty();
    }

    @Test
    void the_last_change_names_the_documents_whose_bytes_are_new() {
        publish("atom.xml", "1", "tags/a/atom.xml", "1", "tags/b/atom.xml", "1");
        refresh(RefreshResult.Kind.CURRENT, 3);
        assertThat(watch.seen().change().orElseThrow().paths())
                .containsExactly("atom.xml", "tags/a/atom.xml", "tags/b/atom.xml");

        publish("atom.xml", "2", "tags/a/atom.xml", "1", "tags/b/atom.xml", "2");
        var changed = clock.instant();
        refresh(RefreshResult.Kind.CURRENT, 2);
        refresh(RefreshResult.Kind.CURRENT, 0);

        assertThat(watch.seen().change())
                .contains(new Status.Change(
                        new Status.Refreshed(changed, Duration.ofMillis(250)),
                        2,
                        List.of("atom.xml", "tags/b/atom.xml")));
        assertThat(watch.seen().last().orElseThrow().at()).isEqualTo(changed.plusMillis(250));
    }

    @Test
    void what_was_published_before_the_start_is_no_change() {
        publish("atom.xml", "1", "rss.xml", "1");
        var restarted = new RefreshRecorder(published);
        publish("atom.xml", "1", "rss.xml", "2");

        restarted.record(Exchanges.run(NOW, NOW, 2, 1));

        assertThat(restarted.seen().change().orElseThrow().paths()).containsExactly("rss.xml");
    }

    @Test
    void of_many_changed_documents_some_are_named() {
        publish(IntStream.range(0, 100)
                .boxed()
                .flatMap(i -> List.of("tags/%03d/atom.xml".formatted(i), "1").stream())
                .toArray(String[]::new));

        refresh(RefreshResult.Kind.CURRENT, 100);

        var change = watch.seen().change().orElseThrow();
        assertThat(change.documents()).isEqualTo(100);
        assertThat(change.paths()).hasSize(20).startsWith("tags/000/atom.xml");
    }

    @Test
    void a_clock_that_is_set_back_makes_no_refresh_shorter_than_nothing() {
        watch.record(Exchanges.run(NOW, NOW.minusSeconds(3600), 2, 0));

        assertThat(watch.seen().last().orElseThrow().took()).isZero();
    }
}
