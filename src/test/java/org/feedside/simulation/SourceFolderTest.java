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
        var source = "/* ü */ class Lamp { boolean isOn() { return true; } void set() {} void set(int i) {} }";
        Files.writeString(Files.createDirectories(root.resolve("a/b")).resolve("Lamp.java"), source);
    }

    @Test
    void the_body_of_a_method_is_replaced() throws IOException {
        assertThat(new SourceFolder(root).withBody("Lamp", "isOn", "return false;"))
                .isEqualTo("/* ü */ class Lamp { boolean isOn() { return false; } void set() {} void set(int i) {} }");
    }

    @Test
    void a_missing_or_ambiguous_type_is_named() throws IOException {
        assertThatThrownBy(() -> new SourceFolder(root).withBody("Bulb", "isOn", ""))
                .hasMessageContaining("files of the type Bulb");

        Files.copy(root.resolve("a/b/Lamp.java"), root.resolve("Lamp.java"));
        assertThatThrownBy(() -> new SourceFolder(root).withBody("Lamp", "isOn", ""))
                .hasMessageContaining("files of the type Lamp");
    }

    @Test
    void a_missing_or_ambiguous_method_is_named() {
        assertThatThrownBy(() -> new SourceFolder(root).withBody("Lamp", "isOff", ""))
                .hasMessageContaining("methods Lamp#isOff");
        assertThatThrownBy(() -> new SourceFolder(root).withBody("Lamp", "set", ""))
                .hasMessageContaining("methods Lamp#set");
    }
}
