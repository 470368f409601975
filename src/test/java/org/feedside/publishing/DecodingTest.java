package org.feedside.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.zip.DeflaterOutputStream;
import org.feedside.testing.Documents;
import org.junit.jupiter.api.Test;

class DecodingTest {
    private static final Bytes PLAIN = Bytes.utf8("Boat. ".repeat(1000));
    private static final int MAX_SIZE = 10_000;

    @Test
    void every_coding_that_is_written_can_be_decoded() throws IOException {
        var document = Documents.complete(Documents.atom("a.xml", Instant.EPOCH, PLAIN.toString()));

        assertThat(document.variants()).hasSize(3);
        for (var variant : document.variants()) {
            assertThat(Decoding.decode(variant.coding().token(), variant.bytes(), MAX_SIZE))
                    .contains(PLAIN);
        }
    }

    @Test
    void deflate_is_decoded() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            PLAIN.toStream().transferTo(deflater);
        }

        assertThat(Decoding.decode("deflate", Bytes.of(out.toByteArray()), MAX_SIZE))
                .contains(PLAIN);
    }

    @Test
    void a_result_that_is_too_large_or_an_unknown_coding_is_refused() throws IOException {
        var gzip = Encodings.of(PLAIN).get(1).bytes();

        assertThat(Decoding.decode("gzip", gzip, PLAIN.size())).contains(PLAIN);
        assertThat(Decoding.decode("gzip", gzip, PLAIN.size() - 1)).isEmpty();
        assertThat(Decoding.decode("zstd", PLAIN, MAX_SIZE)).isEmpty();
    }

    @Test
    void bytes_of_another_coding_are_an_error() {
        for (var coding : new String[] {"gzip", "deflate", "br"}) {
            assertThatIOException().isThrownBy(() -> Decoding.decode(coding, PLAIN, MAX_SIZE));
        }
    }
}
