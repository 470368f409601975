package org.feedside.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    /** Each is registered with IANA for this extension, except that of wav, which is from the MIME Sniffing standard. */
    @ParameterizedTest
    @CsvSource({
        "mp3, audio/mpeg", "m4a, audio/mp4", "ogg, audio/ogg", "opus, audio/ogg", "wav, audio/wav",
        "flac, audio/flac", "mp4, video/mp4", "m4v, video/mp4", "webm, video/webm", "mov, video/quicktime",
        "pdf, application/pdf", "epub, application/epub+zip", "jpg, image/jpeg", "jpeg, image/jpeg", "png, image/png",
        "zip, application/zip"
    })
    void common_extensions_have_media_types(String extension, String type) {
        assertThat(MediaTypes.of("a." + extension)).contains(type);
    }

    @Test
    void other_names_have_no_media_type() {
        assertThat(List.of("", "a", "mp3", "a.", ".", "a.mp3.", "a.bin", "a.mp3 ", "#.a"))
                .allSatisfy(name -> assertThat(MediaTypes.of(name)).isEmpty());
    }
}
