package org.feedside.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFolderTest {
    @TempDir
    Path root;

    @BeforeEach
    void fill() throws IOException {
        var source = "/* ü */ class Door { boolean isOpen() { return true; } void set() {} void set(int i) {} }";
        Files.writeString(Files.createDirectories(root.resolve("a/b")).resolve("Door.java"), source);
    }

    @Test
    void the_body_of_a_method_is_replaced() throws IOException {
        assertThat(new SourceFolder(root).withBody("Door", "isOpen", "return false;"))
                .isEqualTo(
                        "/* ü */ class Door { boolean isOpen() { return false; } void set() {} void set(int i) {} }");
    }

    @Test
    void a_missing_or_ambiguous_type_is_named() throws IOException {
        assertThatThrownBy(() -> new SourceFolder(root).withBody("Gate", "isOpen", ""))
                .hasMessageContaining("files of the type Gate");

        Files.copy(root.resolve("a/b/Door.java"), root.resolve("Door.java"));
        assertThatThrownBy(() -> new SourceFolder(root).withBody("Door", "isOpen", ""))
                .hasMessageContaining("files of the type Door");
    }

    @Test
    void a_missing_or_ambiguous_method_is_named() {
        assertThatThrownBy(() -> new SourceFolder(root).withBody("Door", "isShut", ""))
                .hasMessageContaining("methods Door#isShut");
        assertThatThrownBy(() -> new SourceFolder(root).withBody("Door", "set", ""))
                .hasMessageContaining("methods Door#set");
    }
}
