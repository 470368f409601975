package org.feedside.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    /** Each is registered with IANA for files of this ending, except that of wav, which browsers say (MIME Sniffing). */
    @ParameterizedTest
    @CsvSource({
        "mp3, audio/mpeg", "m4a, audio/mp4", "ogg, audio/ogg", "opus, audio/ogg", "wav, audio/wav",
        "flac, audio/flac", "mp4, video/mp4", "m4v, video/mp4", "webm, video/webm", "mov, video/quicktime",
        "pdf, application/pdf", "epub, application/epub+zip", "jpg, image/jpeg", "jpeg, image/jpeg", "png, image/png",
        "zip, application/zip"
    })
    void the_usual_files_have_types(String ending, String type) {
        assertThat(MediaTypes.of("a." + ending)).contains(type);
    }

    @Test
    void other_names_tell_nothing() {
        assertThat(List.of("", "a", "mp3", "a.", ".", "a.mp3.", "a.bin", "a.mp3 ", "#.a"))
                .allSatisfy(name -> assertThat(MediaTypes.of(name)).isEmpty());
    }
}
