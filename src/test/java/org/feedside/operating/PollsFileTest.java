package org.feedside.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedside.operating.Exchanges.NOW;
import static org.feedside.operating.Exchanges.answer;
import static org.feedside.operating.Exchanges.counts;
import static org.feedside.operating.Exchanges.document;
import static org.feedside.operating.Exchanges.onDemand;
import static org.feedside.operating.Exchanges.poll;
import static org.feedside.operating.Exchanges.request;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.feedside.base.disk.SystemDisk;
import org.feedside.testing.SimulatedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollsFileTest {
    private final Path path = Jimfs.newFileSystem(Configuration.unix()).getPath("/feeds/.feedside/polls");
    private final PollsFile file = new PollsFile(new SystemDisk(), path);
    private final SimulatedClock clock = new SimulatedClock(NOW);

    private static Polls busy() {
        var polls = new Polls(PollReport.empty(NOW));
        polls.count(
                poll("Feedbin feed-id:7 - 12 subscribers", "If-None-Match: *"),
                answer(304, document("tags/two words/atom.xml"), 0),
                NOW);
        polls.count(poll("Feedbin feed-id:8 - 3 subscribers"), answer(200, document("atom.xml"), 1234), NOW);
        polls.count(
                poll("Feedly/1.0 (4 subscribers)"),
                answer(226, document("tags/日本/atom.xml"), 99),
                NOW.plus(Duration.ofDays(1)));
        polls.count(request("GET", "/nothing"), answer(404), NOW);
        polls.count(poll("a bot"), answer(429, onDemand("tags/a+b/atom.xml"), 10), NOW);
        return polls;
    }

    @Test
    void a_restart_goes_on_where_it_ended() throws IOException {
        var before = busy().report(NOW);
        file.write(before, NOW);

        var keeper = new PollsWriter(file, clock);
        assertThat(keeper.polls().report(NOW)).isEqualTo(before);
        assertThat(keeper.problems()).isEmpty();

        keeper.polls().count(poll("Feedbin feed-id:8 - 5 subscribers"), answer(304, document("atom.xml"), 0), NOW);
        keeper.write();
        var after = new PollsWriter(file, clock).polls().report(NOW);
        assertThat(after.total().counts()).isEqualTo(counts(1, 1, 2, 1, 1, 0, 1, 1343));
        assertThat(after.byReader().get("Feedbin"))
                .isEqualTo(new PollReport.Sum(counts(1, 1, 2, 0, 0, 0, 0, 1234), 17));
        assertThat(after.since()).isEqualTo(NOW);
    }

    @Test
    void a_report_of_the_largest_size_is_read_again() throws IOException {
        var polls = new Polls(PollReport.empty(NOW));
        for (var i = 0; i < 30_000; i++) {
            polls.count(poll("bot" + i + " (2 readers)"), answer(200, document(i + "/atom.xml"), 1), NOW);
        }
        var before = polls.report(NOW);

        file.write(before, NOW);

        var after = new Polls(file.read().value().orElseThrow()).report(NOW);
        assertThat(after).isEqualTo(before);
        assertThat(Files.size(path)).isLessThan(5_000_000);
    }

    @Test
    void it_contains_no_personal_data() throws IOException {
        var polls = new Polls(PollReport.empty(NOW));
        polls.count(
                poll("MyReader/1.0 (+https://example.org/~ann; ann@example.org; 192.0.2.1)", "From: ann@example.org"),
                answer(200, document("atom.xml"), 1),
                NOW);
        polls.count(poll("203.0.113.5"), answer(200, document("atom.xml"), 1), NOW);
        polls.count(poll("Feedbin feed-id:7 - 12 subscribers 192.0.2.1"), answer(200, document("atom.xml"), 1), NOW);

        file.write(polls.report(NOW), NOW);

        assertThat(Files.readString(path))
                .contains("MyReader", "(unnamed)", "Feedbin")
                .doesNotContain("203.0.113", "192.0.2", "ann", "1.0");
    }

    @Test
    void before_anything_was_counted_there_is_nothing_to_complain_of() {
        var keeper = new PollsWriter(file, clock);

        assertThat(keeper.problems()).isEmpty();
        assertThat(keeper.polls().report(NOW)).isEqualTo(PollReport.empty(NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "feedside polls 1",
                "feedside polls 1\n",
                "feedside polls 2\nsince\t2026-11-25T18:00:00Z\n",
                "feedside polls 1\nsince\tyesterday\n",
                "feedside polls 1\nsince\t2026-11-25T18:00:00Z\nday\t2026-11-25\t1\t2\n",
                "feedside polls 1\nsince\t2026-11-25T18:00:00Z\ndeclared\t\t1\t2026-11-25T18:00:00Z\n",
                "feedside polls 1\nsince\t2026-11-25T18:00:00Z\nday\t2026-11-25\t1\t1\t1\t1\t1\t1\t1\t1",
                "feedside polls 1\nsince\t2026-11-25T18:00:00Z\nday\t2026-11-25\t-1\t1\t1\t1\t1\t1\t1\t1\n",
                "feedside polls 1\nsince\t2026-11-25T18:00:00Z\npoll\tplanet\t\tx\t2026-11-25\t1\t1\t1\t1\t1\t1\t1\t1\n"
            })
    void a_foreign_file_is_reported_with_its_place_and_counting_starts_from_zero(String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);

        var keeper = new PollsWriter(file, clock);

        assertThat(keeper.problems()).hasSize(1);
        assertThat(keeper.problems().get(0).problem().toString())
                .startsWith("/feeds/.feedside/polls:")
                .contains("the poll counts start from zero");
        assertThat(keeper.problems().get(0).since()).isEqualTo(NOW);
        assertThat(keeper.polls().report(NOW).rows()).isEmpty();
    }

    @Test
    void what_cannot_be_written_is_a_problem_until_it_can() throws IOException {
        var keeper = new PollsWriter(file, clock);
        Files.createDirectories(path.resolve("in the way"));

        keeper.write();
        clock.advance(Duration.ofMinutes(5));
        keeper.write();
        assertThat(keeper.problems()).hasSize(1);
        assertThat(keeper.problems().get(0).problem().message()).contains("a restart will lose the poll counts");
        assertThat(keeper.problems().get(0).since()).isEqualTo(NOW);

        Files.delete(path.resolve("in the way"));
        Files.delete(path);
        keeper.write();
        assertThat(keeper.problems()).isEmpty();
    }

    @Test
    void it_is_written_at_the_end() {
        var keeper = new PollsWriter(file, clock);
        keeper.start();
        keeper.polls().count(poll("curl"), answer(200, document("atom.xml"), 1), NOW);

        keeper.close();

        assertThat(new PollsWriter(file, clock)
                        .polls()
                        .report(NOW)
                        .total()
                        .counts()
                        .requests())
                .isEqualTo(1);
    }
}
