package org.feedside.refreshing.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Set;
import org.feedside.base.disk.SystemDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses a real folder and real events. */
class WatchHintsTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void writing_in_place_gives_a_hint() throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("post.md"), "one");
        try (var hints = WatchHints.open(new SystemDisk())) {
            hints.watch(Set.of(folder));

            Files.writeString(file, "two");

            assertThat(hints.await(LONG)).isTrue();
        }
    }

    @Test
    void writing_a_new_file_and_renaming_it_gives_a_hint() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("post.md"), "one");
        try (var hints = WatchHints.open(new SystemDisk())) {
            hints.watch(Set.of(folder));

            var temporary = Files.writeString(folder.resolve(".post.md.new"), "two");
            Files.move(temporary, folder.resolve("post.md"), StandardCopyOption.REPLACE_EXISTING);

            assertThat(hints.await(LONG)).isTrue();
        }
    }

    @Test
    void deleting_gives_a_hint() throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("post.md"), "one");
        try (var hints = WatchHints.open(new SystemDisk())) {
            hints.watch(Set.of(folder));

            Files.delete(file);

            assertThat(hints.await(LONG)).isTrue();
        }
    }

    @Test
    void a_folder_that_replaces_a_moved_one_gives_hints() throws IOException, InterruptedException {
        var posts = Files.createDirectory(folder.resolve("posts"));
        try (var hints = WatchHints.open(new SystemDisk())) {
            hints.watch(Set.of(posts));
            Files.move(posts, folder.resolve("away"));
            Files.createDirectory(posts);

            assertThat(hints.watch(Set.of(posts))).isTrue();
            assertThat(hints.watch(Set.of(posts))).isFalse();
            Files.writeString(posts.resolve("post.md"), "one");

            assertThat(hints.await(LONG)).isTrue();
        }
    }

    @Test
    void the_link_that_is_replaced_in_a_config_map_gives_a_hint() throws IOException, InterruptedException {
        try (var hints = WatchHints.open(new SystemDisk())) {
            hints.watch(Set.of(folder));

            Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_01_01"));

            assertThat(hints.await(LONG)).isTrue();
        }
    }

    @Test
    void temporary_files_of_editors_give_no_hint() throws IOException, InterruptedException {
        try (var hints = WatchHints.open(new SystemDisk())) {
            hints.watch(Set.of(folder));

            Files.writeString(folder.resolve(".post.md.swp"), "x");
            Files.writeString(folder.resolve("post.md~"), "x");

            assertThat(hints.await(SHORT)).isFalse();
        }
    }

    @Test
    void a_folder_that_was_not_watched_is_reported() throws IOException {
        var inner = Files.createDirectory(folder.resolve("inner"));
        try (var hints = WatchHints.open(new SystemDisk())) {
            assertThat(hints.watch(Set.of(folder))).isTrue();
            assertThat(hints.watch(Set.of(folder))).isFalse();
            assertThat(hints.watch(Set.of(folder, inner))).isTrue();
            assertThat(hints.watch(Set.of(folder))).isFalse();
            assertThat(hints.watch(Set.of(folder, inner))).isTrue();
        }
    }
}
