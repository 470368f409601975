package org.feedside.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;

/**
 * When the system's limit of file watches is reached, changes are found by regular scans and the log says so once. The
 * limits are set in a user namespace of the process. The test is skipped where it may not create one.
 */
class InotifyLimitTest extends ServiceProcess {
    @Test
    void without_a_watch_for_each_folder_a_change_is_found_by_the_next_scan() throws Exception {
        limit("max_inotify_watches", 1);

        check("fs.inotify.max_user_watches");
    }

    @Test
    void without_any_watch_a_change_is_found_by_the_next_scan() throws Exception {
        limit("max_inotify_instances", 0);

        check("fs.inotify.max_user_instances");
    }

    private void check(String remedy) throws Exception {
        write("feedside.toml", "look_every = \"100ms\"\n");
        var service = serve();

        post("one", "Seen without an event.", "a");
        await(service, "/tags/a/atom.xml", body -> body.contains("Seen without an event."));
        Scans.await(service, 5);

        assertThat(service.lines().stream().filter(line -> line.contains(remedy)))
                .singleElement()
                .asString()
                .contains("WARN", "changes", "next regular scan");
        assertThat(service.lines()).noneMatch(line -> line.contains("Exception"));
    }

    private void limit(String name, int limit) throws IOException, InterruptedException {
        var command = "echo %d > /proc/sys/user/%s && exec \"$@\"".formatted(limit, name);
        within = List.of("unshare", "--user", "--map-root-user", "sh", "-c", command, "sh");
        assumeTrue(canRunWithin(), "a process cannot create a user namespace here");
    }
}
