package org.feedside.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;

/** Mounts a small disk for the feeds of the process and fills it. The test is skipped where it may not mount one. */
class FullDiskTest extends ServiceProcess {
    @Test
    void a_full_disk_is_reported_once_and_the_published_feeds_stay_until_there_is_space() throws Exception {
        for (int i = 0; i < 20; i++) {
            post("p" + i, "Text.", "t" + i);
        }
        write("feedside.toml", "look_every = \"50ms\"\n");
        var feeds = Files.createDirectory(site.resolve("feeds"));
        mountSmallDisk(feeds);
        var service = serve();
        var before = get(service, "/atom.xml");

        try (var readers = new Subscriber(
                        service.address(), 1, List.of("/atom.xml", "/tags/a/rss.xml", "/rss.xml"), (path, feed) -> {})
                .begin()) {
            var mounted = Path.of("/proc", String.valueOf(service.process().pid()), "root" + feeds);
            fill(mounted.resolve("other"));
            replacePost("Written while the disk is full. ".repeat(1_000));
            Scans.await(service, 20);
            assertThat(service.lines().stream().filter(line -> line.contains("ERROR")))
                    .singleElement()
                    .asString()
                    .contains("cannot be written (no space left on device): check disk space and permissions");
            assertThat(service.lines().stream().filter(line -> line.contains("WARN")))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(get(service, "/rss.xml").statusCode()).isEqualTo(200);

            Files.delete(mounted.resolve("other"));
            var after = await(service, "/atom.xml", body -> body.contains("while the disk is full"));
            replacePost("Written with space again.");
            await(service, "/atom.xml", body -> body.contains("with space again"));
            assertThat(tag(after)).isNotEqualTo(tag(before));
            assertThat(readers.faults()).isEmpty();
            Scans.await(service, 2);
            assertThat(mounted.resolve("atom.xml"))
                    .hasContent(get(service, "/atom.xml").body());
        }
        assertThat(service.lines()).noneMatch(line -> line.contains("Exception:"));
    }

    /** Replaces the post in one step: a service that scans this often may otherwise read it half-written. */
    private void replacePost(String body) throws IOException {
        write("one.new", post("one", body, "a", "2025-01-01"));
        Files.move(site.resolve("one.new"), site.resolve("content/one.md"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE)) {
            for (int size = 4_096; size > 0; size /= 2) {
                fill(out, size);
            }
        }
    }

    /** Writes until the disk is full. */
    private static void fill(java.io.OutputStream out, int size) {
        try {
            while (true) {
                out.write(new byte[size]);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private void mountSmallDisk(Path folder) throws InterruptedException {
        var command = "mount -t tmpfs -o size=4m tmpfs '%s' && exec \"$@\"".formatted(folder);
        within = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", command, "sh");
        assumeTrue(canRunWithin(), "a process cannot mount a disk here");
    }
}
