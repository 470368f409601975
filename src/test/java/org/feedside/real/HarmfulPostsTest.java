package org.feedside.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;

/** Posts that would take all memory, in processes with little of it: all other posts are published. */
class HarmfulPostsTest extends ServiceProcess {
    private static final int OUT_OF_MEMORY = 3;

    @Test
    void posts_that_would_become_too_long_are_refused() throws IOException, InterruptedException {
        virtualMachine = List.of("-Xmx192m");
        post("table", "|a".repeat(3_000) + "|\n" + "|-".repeat(3_000) + "|\n" + "|x|\n".repeat(3_000), "a");
        var tags = IntStream.range(0, 990).mapToObj(i -> "tag" + i).collect(Collectors.joining("\", \""));
        post("tags", "Words of a long post.\n\n".repeat(13_000), tags);

        var service = serve();

        assertThat(await(service, "/atom.xml", body -> body.contains("Second text."))
                        .body())
                .contains("First text.")
                .doesNotContain("<title type=\"text\">table", "<title type=\"text\">tags");
        assertThat(service.lines())
                .anyMatch(line -> line.contains("table.md:1:1: error: the post becomes more than"))
                .anyMatch(line -> line.contains("tags.md:1:1: error: all feeds that show this post have"));
        post("one", "New text.", "a");
        await(service, "/atom.xml", body -> body.contains("New text."));
    }

    @Test
    void a_post_that_ended_the_process_is_set_aside_until_it_is_changed() throws IOException, InterruptedException {
        var before = serve();
        await(before, "/atom.xml", body -> body.contains("Second text."));
        before.process().destroy();
        assertThat(before.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        virtualMachine = List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError");
        // Each character becomes six of HTML, in one string that the heap cannot hold.
        post("two", "    " + "\"".repeat(4_900_000), "b");

        // At the first end nothing is recorded yet.
        for (int i = 0; i < 3; i++) {
            var process = launch("--port", "0");
            listen(process, line -> {});
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(OUT_OF_MEMORY);
        }
        post("three", "Third text.", "a");
        var service = serve();

        assertThat(await(service, "/atom.xml", body -> body.contains("Third text."))
                        .body())
                .contains("First text.", "Second text.");
        assertThat(service.lines())
                .anyMatch(line ->
                        line.contains("two.md:1:1: error: Feedside ended 2 times while this post was rendered"));
        post("two", "Shorter text.", "b");
        await(service, "/atom.xml", body -> body.contains("Shorter text."));
    }
}
