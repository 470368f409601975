package org.feedside.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedside.config.SiteFolder;
import org.feedside.disk.Changes;
import org.feedside.disk.SystemDisk;
import org.junit.jupiter.api.Test;

/** What is remembered of files between two looks. */
class LibraryTest {
    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

    @Test
    void a_file_is_read_again_when_its_front_matter_comes_to_mean_something_else() throws IOException {
        try (var memory = Jimfs.newFileSystem(Configuration.unix())) {
            var site = Files.createDirectory(memory.getPath("/site"));
            Files.writeString(site.resolve("a.md"), "---\nthemes: [a]\n---\n");
            write(site, "");
            var before = Library.of(folder(site), NOW);

            write(site, "taxonomies = ['themes']\n");
            var after = before.lookAgain(folder(site), Changes.ANYWHERE, NOW);

            assertThat(before.sources()).extracting(LibraryTest::themes).containsExactly(Optional.empty());
            assertThat(after.sources()).extracting(LibraryTest::themes).containsExactly(Optional.of(List.of("a")));
        }
    }

    private static Optional<List<String>> themes(Source source) {
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
