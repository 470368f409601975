package org.feedside.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.FileChanges;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.SiteFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a library keeps from one scan to the next. */
class LibraryTest {
    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

    private final FileSystem memory = Jimfs.newFileSystem(Configuration.unix());

    @AfterEach
    void close() throws IOException {
        memory.close();
    }

    @Test
    void files_are_read_again_when_the_configuration_changes_their_meaning() throws IOException {
        var site = Files.createDirectory(memory.getPath("/site"));
        Files.writeString(site.resolve("a.md"), "---\nthemes: [a]\n---\n");
        write(site, "");
        var before = Library.of(folder(site), NOW);

        write(site, "taxonomies = ['themes']\n");
        var after = before.rescan(folder(site), FileChanges.ANYWHERE, NOW);

        assertThat(before.sources()).extracting(LibraryTest::themes).containsExactly(Optional.empty());
        assertThat(after.sources()).extracting(LibraryTest::themes).containsExactly(Optional.of(List.of("a")));
    }

    @Test
    void a_rescan_reads_only_changed_paths_and_all_of_a_new_folder() throws IOException {
        var site = Files.createDirectory(memory.getPath("/site"));
        write(site, "ignored_content = ['**/not*']\n");
        var a = Files.writeString(site.resolve("a.md"), "A");
        var b = Files.writeString(site.resolve("b.md"), "B");
        var before = Library.of(folder(site), NOW);
        Files.delete(a);
        Files.delete(b);
        var c = Files.writeString(site.resolve("c.md"), "C");
        var ignored = Files.writeString(site.resolve("not.md"), "N");
        var inner = Files.createDirectory(site.resolve("inner"));
        Files.writeString(inner.resolve("d.md"), "D");

        var first = before.rescan(folder(site), FileChanges.at(a), NOW);
        var second = first.rescan(folder(site), FileChanges.at(c).and(FileChanges.at(ignored)), NOW);
        var third = second.rescan(folder(site), FileChanges.at(inner), NOW);

        assertThat(names(first)).containsExactly("b.md");
        assertThat(names(second)).containsExactly("b.md", "c.md");
        assertThat(names(third)).containsExactly("c.md", "inner/d.md");
        assertThat(third.folders()).containsExactlyInAnyOrder(site, inner);
    }

    @Test
    void a_change_beside_the_folder_causes_no_full_scan() throws IOException {
        var site = Files.createDirectories(memory.getPath("/home/site"));
        write(site, "");
        Files.writeString(site.resolve("a.md"), "A");
        var before = Library.of(folder(site), NOW);
        Files.writeString(site.resolve("b.md"), "B");

        var beside = before.rescan(folder(site), FileChanges.at(memory.getPath("/home/saved.tmp")), NOW);
        var above = beside.rescan(folder(site), FileChanges.at(memory.getPath("/home")), NOW);

        assertThat(names(beside)).containsExactly("a.md");
        assertThat(names(above)).containsExactly("a.md", "b.md");
    }

    @Test
    void a_change_beside_the_folder_may_be_of_the_target_of_a_link_in_it() throws IOException {
        var site = Files.createDirectory(memory.getPath("/site"));
        Files.writeString(
                site.resolve("feedside.toml"),
                "follow_links = true\n[site]\nbase_url = 'https://example.org'\ntitle = 'A'\n");
        var beside = Files.writeString(memory.getPath("/beside.md"), "A");
        Files.createSymbolicLink(site.resolve("a.md"), beside);
        var before = Library.of(folder(site), NOW);
        Files.delete(beside);

        var after = before.rescan(folder(site), FileChanges.at(beside), NOW);

        assertThat(before.problems()).isEmpty();
        assertThat(names(after)).containsExactly("a.md");
        assertThat(after.problems())
                .containsExactly(Code.UNREADABLE.error(
                        new Place("/site/a.md", 1, 1),
                        "this link leads nowhere: restore what it links to, or remove the link"));
    }

    @Test
    void a_change_outside_of_the_folder_may_be_of_a_link_to_it() throws IOException {
        var current = memory.getPath("/current");
        for (var name : List.of("one", "two")) {
            var site = Files.createDirectories(memory.getPath("/" + name, "site"));
            write(site, "");
            Files.writeString(site.resolve(name + ".md"), name);
        }
        Files.createSymbolicLink(current, memory.getPath("/one"));
        var before = Library.of(folder(current.resolve("site")), NOW);
        Files.delete(current);
        Files.createSymbolicLink(current, memory.getPath("/two"));

        var after = before.rescan(folder(current.resolve("site")), FileChanges.at(current), NOW);

        assertThat(names(before)).containsExactly("one.md");
        assertThat(names(after)).containsExactly("two.md");
    }

    @Test
    void changed_globs_cause_a_full_scan() throws IOException {
        var site = Files.createDirectory(memory.getPath("/site"));
        write(site, "");
        Files.writeString(site.resolve("a.md"), "A");
        var before = Library.of(folder(site), NOW);

        write(site, "ignored_content = ['**/a*']\n");
        var after = before.rescan(folder(site), FileChanges.NONE, NOW);

        assertThat(names(after)).isEmpty();
    }

    @Test
    void a_file_that_was_just_saved_is_read_again_without_a_reported_change() throws IOException {
        var site = Files.createDirectory(memory.getPath("/site"));
        write(site, "");
        var a = Files.writeString(site.resolve("a.md"), "A");
        var b = Files.writeString(site.resolve("b.md"), "B");
        var saved = FileTime.from(NOW.minusSeconds(1));
        Files.setLastModifiedTime(a, saved);
        var before = Library.of(folder(site), NOW);
        Files.writeString(a, "Z");
        Files.setLastModifiedTime(a, saved);

        var after = before.rescan(folder(site), FileChanges.at(b), NOW.plusSeconds(9));

        assertThat(after.sources()).extracting(source -> source.text().full()).contains("Z", "B");
    }

    private static List<String> names(Library library) {
        return library.sources().stream().map(source -> source.path().path()).toList();
    }

    private static Optional<List<String>> themes(ContentFile source) {
        return Optional.ofNullable(((Page) source).taxonomies().get("themes"));
    }

    private static void write(Path site, String lines) throws IOException {
        Files.writeString(
                site.resolve("feedside.toml"), "[site]\nbase_url = 'https://example.org'\ntitle = 'A'\n" + lines);
    }

    private static ContentFolder folder(Path site) {
        var disk = new SystemDisk();
        var configuration = new SiteFolder(site, Optional.empty(), Optional.empty()).read(disk);
        return new ContentFolder(disk, configuration.value().orElseThrow());
    }
}
