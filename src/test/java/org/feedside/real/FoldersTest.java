package org.feedside.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.feedside.testing.PublishedFeed;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Content folders that are links, are replaced, deleted and created again. The regular scan is an hour away, so every
 * change is found through the system's events.
 */
class FoldersTest extends ServiceProcess {
    private Path content = Path.of("");

    @BeforeEach
    void disable_regular_scans() throws IOException {
        content = site.resolve("content");
        write("feedside.toml", "look_every = \"1h\"\n");
    }

    @Test
    void a_replaced_config_map_is_published_at_once_and_no_post_twice() throws Exception {
        deleteAll(content);
        var first = version("..2026_01_01", "First version.");
        Files.createSymbolicLink(content.resolve("..data"), first.getFileName());
        for (var name : List.of("one.md", "two.md")) {
            Files.createSymbolicLink(content.resolve(name), Path.of("..data", name));
        }
        var service = serve();
        assertThat(titles(get(service, "/atom.xml").body())).containsExactlyInAnyOrder("one", "two");

        try (var subscriber = watch(service, feed -> feed.entries().size() == 2)) {
            var second = version("..2026_02_02", "Second version.");
            swap(content.resolve("..data"), second.getFileName());
            await(service, "/atom.xml", feed -> feed.contains("Second version."));
            deleteAll(first);
            var third = version("..2026_03_03", "Second version.");
            Files.writeString(third.resolve("one.md"), post("one", "Third version.", "a", "2025-01-01"));
            swap(content.resolve("..data"), third.getFileName());
            deleteAll(second);
            await(service, "/tags/a/atom.xml", feed -> feed.contains("Third version."));
            assertThat(subscriber.faults()).isEmpty();
        }
    }

    @Test
    void a_content_folder_that_is_a_link_is_scanned_when_the_link_changes() throws Exception {
        var checkouts = Files.createDirectories(site.resolve("../" + site.getFileName() + "-checkouts"));
        try {
            var first = checkout(checkouts, "1", "First checkout.");
            deleteAll(content);
            var current = Files.createSymbolicLink(checkouts.resolve("current"), first.getFileName());
            Files.createSymbolicLink(content, current);
            var service = serve();
            assertThat(get(service, "/atom.xml").body()).contains("First checkout.");

            try (var subscriber = watch(service, feed -> feed.entries().size() == 2)) {
                swap(current, checkout(checkouts, "2", "Second checkout.").getFileName());
                await(service, "/atom.xml", feed -> feed.contains("Second checkout."));
                deleteAll(first);

                Files.writeString(
                        checkouts.resolve("2/one.md"), post("one", "Edited in the second.", "a", "2025-01-01"));
                await(service, "/atom.xml", feed -> feed.contains("Edited in the second."));

                swap(content, checkout(checkouts, "3", "Third checkout."));
                await(service, "/atom.xml", feed -> feed.contains("Third checkout."));
                assertThat(subscriber.faults()).isEmpty();
            }
        } finally {
            deleteAll(checkouts);
        }
    }

    @Test
    void a_folder_that_is_deleted_and_created_again_is_watched() throws Exception {
        post("three", "Third text.", "c");
        var service = serve();

        try (var subscriber = watch(service, feed -> feed.entries().size() == 3)) {
            deleteAll(content);
            assertThat(prints(service, "degraded")).isTrue();
            post("one", "After the deletion.", "a");
            post("two", "Second text.", "b");
            post("three", "Third text.", "c");
            await(service, "/atom.xml", feed -> feed.contains("After the deletion."));
            post("one", "Edited after that.", "a");
            await(service, "/atom.xml", feed -> feed.contains("Edited after that."));
            assertThat(subscriber.faults()).isEmpty();
        }
    }

    @Test
    void a_folder_that_replaces_a_moved_one_is_watched() throws Exception {
        var service = serve();

        Files.move(content, site.resolve("away"));
        assertThat(prints(service, "degraded")).isTrue();
        assertThat(get(service, "/atom.xml").body()).contains("First text.");
        Files.move(site.resolve("away"), content);
        assertThat(prints(service, "no longer degraded")).isTrue();

        Files.move(content, site.resolve("away"));
        post("one", "In the new folder.", "a");
        post("two", "Second text.", "b");
        await(service, "/atom.xml", feed -> feed.contains("In the new folder."));
        post("one", "Edited in the new folder.", "a");
        await(service, "/atom.xml", feed -> feed.contains("Edited in the new folder."));
    }

    @Test
    void a_missing_folder_is_reported_once() throws Exception {
        write("feedside.toml", "look_every = \"20ms\"\n");
        var service = serve();

        Files.move(content, site.resolve("away"));
        Scans.await(service, 10);
        var output = List.copyOf(service.lines());
        Files.move(site.resolve("away"), content);
        assertThat(prints(service, "no longer degraded")).isTrue();

        assertThat(output.stream().filter(line -> line.contains("there is no folder of posts here")))
                .hasSize(1);
        assertThat(output.stream().filter(line -> line.contains("degraded"))).hasSize(1);
    }

    private Subscriber watch(Service service, Predicate<PublishedFeed> holds) {
        return new Subscriber(
                        service.address(),
                        1,
                        List.of("/atom.xml"),
                        (path, feed) -> assertThat(feed).matches(holds))
                .begin();
    }

    private static List<String> titles(String feed) {
        return PublishedFeed.read(feed.getBytes(StandardCharsets.UTF_8)).orElseThrow().entries().stream()
                .map(PublishedFeed.Entry::title)
                .toList();
    }

    /** Creates the folder of one version of a ConfigMap. */
    private Path version(String name, String text) throws IOException {
        Files.createDirectories(content);
        return checkout(content, name, text);
    }

    private static Path checkout(Path parent, String name, String text) throws IOException {
        var folder = Files.createDirectories(parent.resolve(name));
        Files.writeString(folder.resolve("one.md"), post("one", text, "a", "2025-01-01"));
        Files.writeString(folder.resolve("two.md"), post("two", text, "b", "2025-01-01"));
        return folder;
    }

    /** Replaces the target of a link atomically. */
    private static void swap(Path link, Path target) throws IOException {
        var next = Files.createSymbolicLink(link.resolveSibling("..next"), target);
        Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
