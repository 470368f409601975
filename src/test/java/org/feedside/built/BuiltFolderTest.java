package org.feedside.built;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.SystemDisk;
import org.junit.jupiter.api.Test;

/** How far the folder of a built site is searched. */
class BuiltFolderTest {
    private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/public");

    private BuiltFolder open() {
        return BuiltFolder.open(new SystemDisk(), root).orElseThrow();
    }

    private void folders(int count, boolean havePages) throws IOException {
        for (int i = 0; i < count; i++) {
            var folder = Files.createDirectories(root.resolve("folder" + i));
            if (havePages) {
                Files.createFile(folder.resolve("index.html"));
            }
        }
    }

    @Test
    void a_site_may_have_a_folder_for_each_page() throws IOException {
        folders(21_000, true);
        var built = open();

        assertThat(built.pages().files()).hasSize(21_000);
        assertThat(built.problems()).isEmpty();
    }

    @Test
    void the_search_of_a_folder_that_is_no_site_ends() throws IOException {
        folders(21_000, false);
        Files.createDirectory(root.resolve("z"));
        Files.createFile(root.resolve("z/index.html"));
        var built = open();

        assertThat(built.pages().files()).isEmpty();
        assertThat(built.problems())
                .singleElement()
                .extracting(Diagnostic::message)
                .isEqualTo("there are more than 20000 folders without pages here: the rest is ignored");
    }
}
