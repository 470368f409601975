package org.feedside.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;

/**
 * A small disk of the process's own for the feeds, which gets full. Where a test may not mount one for a process, it is
 * skipped.
 */
class FullDiskTest extends ServiceProcess {
    @Test
    void what_is_published_stays_and_a_full_disk_is_told_once_and_forgotten_when_there_is_space() throws Exception {
        for (int i = 0; i < 20; i++) {
            post("p" + i, "Text.", "t" + i);
        }
        write("feedside.toml", "look_every = \"50ms\"\n");
        var feeds = Files.createDirectory(site.resolve("feeds"));
        onItsOwn(feeds);
        var service = serve();
        var before = get(service, "/atom.xml");

        try (var readers = new Subscriber(
                        service.address(), 1, List.of("/atom.xml", "/tags/a/rss.xml", "/rss.xml"), (path, feed) -> {})
                .begin()) {
            var seen = Path.of("/proc", String.valueOf(service.process().pid()), "root" + feeds);
            fill(seen.resolve("other"));
            post("one", "Written while the disk is full. ".repeat(1_000), "a");
            Looks.await(service, 20);
            assertThat(service.lines().stream().filter(line -> line.contains("ERROR")))
                    .singleElement()
                    .asString()
                    .contains("cannot be written (No space left on device): look at space and permissions");
            assertThat(service.lines().stream().filter(line -> line.contains("WARN")))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(get(service, "/rss.xml").statusCode()).isEqualTo(200);

            Files.delete(seen.resolve("other"));
            var after = await(service, "/atom.xml", body -> body.contains("while the disk is full"));
            post("one", "Written with space again.", "a");
            await(service, "/atom.xml", body -> body.contains("with space again"));
            assertThat(tag(after)).isNotEqualTo(tag(before));
            assertThat(readers.faults()).isEmpty();
            Looks.await(service, 2);
            assertThat(seen.resolve("atom.xml"))
                    .hasContent(get(service, "/atom.xml").body());
        }
        assertThat(service.lines()).noneMatch(line -> line.contains("Exception:"));
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE)) {
            for (int size = 4_096; size > 0; size /= 2) {
                fill(out, size);
            }
        }
    }

    /** Writes as long as there is space. */
    private static void fill(java.io.OutputStream out, int size) {
        try {
            while (true) {
                out.write(new byte[size]);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private void onItsOwn(Path folder) throws InterruptedException {
        var command = "mount -t tmpfs -o size=4m tmpfs '%s' && exec \"$@\"".formatted(folder);
        within = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", command, "sh");
        assumeTrue(isPossible(), "no disk can be mounted for a process here");
    }

    private boolean isPossible() throws InterruptedException {
        try {
            var command = new ArrayList<>(within);
            command.add("true");
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
