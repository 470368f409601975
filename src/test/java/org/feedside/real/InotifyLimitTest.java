package org.feedside.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;

/**
 * Where the system lends no more watches on files, looks at the folder take over, and the log says so once. The limits are
 * set for a user namespace of the process's own; where a test may not make one, it is skipped.
 */
class InotifyLimitTest extends ServiceProcess {
    @Test
    void without_a_watch_for_each_folder_a_change_shows_at_the_next_look() throws Exception {
        limit("max_inotify_watches", 1);

        check("fs.inotify.max_user_watches");
    }

    @Test
    void without_any_watch_a_change_shows_at_the_next_look() throws Exception {
        limit("max_inotify_instances", 0);

        check("fs.inotify.max_user_instances");
    }

    private void check(String remedy) throws Exception {
        write("feedside.toml", "look_every = \"100ms\"\n");
        var service = serve();

        post("one", "Seen without an event.", "a");
        await(service, "/tags/a/atom.xml", body -> body.contains("Seen without an event."));
        Looks.await(service, 5);

        assertThat(service.lines().stream().filter(line -> line.contains(remedy)))
                .singleElement()
                .asString()
                .contains("WARN", "changes", "next regular look");
        assertThat(service.lines()).noneMatch(line -> line.contains("Exception"));
    }

    private void limit(String name, int most) throws IOException, InterruptedException {
        var command = "echo %d > /proc/sys/user/%s && exec \"$@\"".formatted(most, name);
        within = List.of("unshare", "--user", "--map-root-user", "sh", "-c", command, "sh");
        assumeTrue(isPossible(), "no user namespace with limits of its own can be made here");
    }

    private boolean isPossible() throws InterruptedException {
        try {
            var command = new java.util.ArrayList<>(within);
            command.add("true");
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
