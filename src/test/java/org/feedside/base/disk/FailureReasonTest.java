package org.feedside.base.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureReasonTest {
    @Test
    void a_reason_is_in_words() {
        assertThat(FailureReason.of(new AccessDeniedException("/a"))).isEqualTo("permission denied");
        assertThat(FailureReason.of(new NoSuchFileException("/a"))).isEqualTo("no such file or folder");
        assertThat(FailureReason.of(new FileAlreadyExistsException("/a"))).isEqualTo("another file is in its place");
        assertThat(FailureReason.of(new FileSystemException("/a", null, "No space left on device")))
                .isEqualTo("no space left on device");
        assertThat(FailureReason.of(new IOException("Input/output error"))).isEqualTo("input/output error");
        assertThat(FailureReason.of(new IOException())).isEqualTo("input or output failed");
    }

    @Test
    void the_file_is_named_where_it_is_not_known() {
        assertThat(FailureReason.withFile(new AccessDeniedException("/a"))).isEqualTo("/a: permission denied");
        assertThat(FailureReason.withFile(new IOException("Is a directory"))).isEqualTo("is a directory");
    }

    @Test
    void the_innermost_reason_counts() {
        var wrapped = new IllegalStateException("writing failed", new AccessDeniedException("/a"));

        assertThat(FailureReason.of(wrapped)).isEqualTo("permission denied");
        assertThat(FailureReason.of(new IllegalStateException("bad chunk"))).isEqualTo("bad chunk");
    }

    @Test
    void every_jdk_gives_the_same_reason_why_a_program_cannot_be_started() {
        for (var message : List.of(
                "error=13, Permission denied",
                "Exec failed, error: 13 (Permission denied) ",
                "Cannot run program \"x\": error=13, Permission denied")) {
            assertThat(FailureReason.of(new IOException(message))).isEqualTo("permission denied");
        }
    }

    /** A message for people says what an exception means, not its name. */
    @Test
    void no_message_is_made_of_an_exception() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(source))
                        .as(source.toString())
                        .doesNotContainPattern("formatted\\((?:[^()]*, )?(?:e|failure|exception)\\)")
                        .doesNotContainPattern("\" \\+ (?:e|failure|exception)\\b(?!\\.)");
            }
        }
    }
}
