package org.feedside.base.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemDiskTest {
    private static final Instant TIME = Instant.parse("2025-01-01T00:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private final SystemDisk disk = new SystemDisk();

    @Test
    void a_listing_is_sorted_by_name() throws IOException {
        Files.writeString(folder.resolve("b.md"), "four");
        Files.createDirectory(folder.resolve("a"));

        var entries = disk.list(folder);

        assertThat(entries).extracting(DiskEntry::name).containsExactly("a", "b.md");
        assertThat(entries).extracting(DiskEntry::isFolder).containsExactly(true, false);
        assertThat(entries.get(1).stamp().size()).isEqualTo(4);
    }

    @Test
    void a_missing_folder_is_not_listed_as_empty() {
        assertThatThrownBy(() -> disk.list(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void nothing_has_a_name_that_is_longer_than_the_file_system_allows() throws IOException {
        var file = folder.resolve("a".repeat(300)).resolve("atom.xml");

        assertThat(disk.entry(file)).isEmpty();
        assertThatThrownBy(() -> disk.read(file, 10)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void links_are_followed_and_cycles_are_omitted() throws IOException {
        Files.createDirectories(folder.resolve("posts/2025"));
        Files.writeString(folder.resolve("elsewhere.md"), "text");
        Files.createSymbolicLink(folder.resolve("posts/link.md"), folder.resolve("elsewhere.md"));
        Files.createSymbolicLink(folder.resolve("posts/2025/up"), folder.resolve("posts"));
        Files.createSymbolicLink(folder.resolve("posts/dangling"), folder.resolve("nothing"));

        assertThat(disk.list(folder.resolve("posts")))
                .extracting(DiskEntry::name)
                .containsExactly("2025", "dangling", "link.md");
        assertThat(disk.list(folder.resolve("posts/2025"))).isEmpty();
    }

    @Test
    void a_real_path_has_no_links() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/b.md"), "text");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nothing"));

        assertThat(disk.realPath(folder.resolve("link/b.md")))
                .contains(folder.toRealPath().resolve("a/b.md"));
        assertThat(disk.realPath(folder.resolve("link/none.md"))).isEmpty();
        assertThat(disk.realPath(folder.resolve("dangling"))).isEmpty();
    }

    @Test
    void the_folders_of_all_links_on_a_path_are_returned() throws IOException {
        Files.createDirectories(folder.resolve("checkouts/one/content"));
        Files.createDirectories(folder.resolve("site"));
        Files.createSymbolicLink(folder.resolve("checkouts/current"), Path.of("one"));
        var content =
                Files.createSymbolicLink(folder.resolve("site/content"), folder.resolve("checkouts/current/content"));
        var around = Files.createSymbolicLink(folder.resolve("around"), Path.of("around"));

        assertThat(disk.foldersOfLinks(List.of(content)))
                .contains(folder.resolve("site"), folder.resolve("checkouts"))
                .doesNotContain(folder.resolve("checkouts/one"));
        assertThat(disk.foldersOfLinks(List.of(around))).contains(folder);
    }

    @Test
    void a_replaced_folder_has_another_identity() throws IOException {
        var posts = Files.createDirectory(folder.resolve("posts"));
        var before = disk.identity(posts);

        assertThat(disk.identity(posts)).isPresent().isEqualTo(before);
        Files.move(posts, folder.resolve("away"));
        assertThat(disk.identity(posts)).isEmpty();
        Files.createDirectory(posts);
        assertThat(disk.identity(posts)).isPresent().isNotEqualTo(before);
    }

    @Test
    void a_file_is_replaced_with_its_time_and_leaves_no_temporary_file() throws IOException {
        var file = folder.resolve("tags/x/atom.xml");

        disk.replace(file, "one".getBytes(StandardCharsets.UTF_8), TIME);
        disk.replace(file, "two".getBytes(StandardCharsets.UTF_8), TIME.plusSeconds(1));

        assertThat(Files.readString(file)).isEqualTo("two");
        assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(TIME.plusSeconds(1));
        assertThat(disk.list(folder.resolve("tags/x"))).hasSize(1);
    }

    @Test
    void a_file_above_the_limit_is_rejected() throws IOException {
        var file = Files.writeString(folder.resolve("large"), "12345");

        assertThat(disk.read(file, 5)).hasSize(5);
        assertThatThrownBy(() -> disk.read(file, 4)).isInstanceOf(FileTooLargeException.class);
    }
}
