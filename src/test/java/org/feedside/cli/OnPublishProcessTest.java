package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;

/** The real process with a command that it runs after each publication. */
class OnPublishProcessTest extends ServiceProcess {
    private static final Duration LONG = Duration.ofMinutes(2);

    private void chooseCommand(String script) throws IOException {
        write("script", script);
        write("feedside.toml", "on_publish = [\"sh\", \"%s\", \"a b\"]\n".formatted(site.resolve("script")));
    }

    /** Waits until a file is there and has a last line, and returns its lines. */
    private List<String> file(String name) throws IOException {
        var file = site.resolve(name);
        var deadline = System.nanoTime() + LONG.toNanos();
        while (!Files.exists(file) || !Files.readString(file).endsWith("\n")) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return Files.readAllLines(file);
    }

    @Test
    void it_gets_the_files_after_the_start_and_after_each_publication() throws Exception {
        chooseCommand("""
                echo "$1"
                run=../run$(ls .. | grep -c run)
                while read path; do
                    [ -e "$path" ] || [ "$path" = feeds/published.json ] || exit 1
                    echo "$path"
                done > ../input
                mv ../input "$run"
                """);
        serve();
        assertThat(file("run0"))
                .containsExactly(
                        "atom.xml",
                        "feed.json",
                        "feeds.opml",
                        "rss.xml",
                        "tags/a/atom.xml",
                        "tags/a/feed.json",
                        "tags/a/rss.xml",
                        "tags/b/atom.xml",
                        "tags/b/feed.json",
                        "tags/b/rss.xml",
                        "feeds/published.json");

        post("one", "Edited.", "a");

        assertThat(file("run1"))
                .containsExactly(
                        "atom.xml",
                        "feed.json",
                        "rss.xml",
                        "tags/a/atom.xml",
                        "tags/a/feed.json",
                        "tags/a/rss.xml",
                        "feeds/published.json");
    }

    @Test
    void a_stop_ends_it() throws Exception {
        chooseCommand("trap '' TERM\necho $$ > ../begun\nwhile true; do sleep 0.1; done\n");
        var service = serve();
        var command = ProcessHandle.of(Long.parseLong(file("begun").get(0))).orElseThrow();

        service.terminate();

        assertThat(linesUntil(service, "stopped")).anyMatch(line -> line.contains("stopped"));
        assertThat(service.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        command.onExit().get(10, TimeUnit.SECONDS);
    }

    @Test
    void it_is_not_run_for_drafts() throws Exception {
        chooseCommand("touch ../begun\n");
        var service = serve("--drafts");
        post("one", "Edited.", "a");
        await(service, "/atom.xml", body -> body.contains("Edited."));
        post("one", "Edited again.", "a");
        await(service, "/atom.xml", body -> body.contains("Edited again."));

        service.terminate();

        assertThat(service.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(site.resolve("begun")).doesNotExist();
    }
}
