package org.feedside.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.IOException;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.feedside.testing.Documents;
import org.junit.jupiter.api.Test;

class EncodingsTest {
    private static final Bytes PLAIN = Bytes.utf8("<feed>" + "Hello, readers of 日本. ".repeat(1000) + "</feed>");

    private final Document document = Documents.atom("atom.xml", Instant.EPOCH, PLAIN.toString());

    @Test
    void every_coding_holds_the_same_bytes() throws IOException {
        var gzip = bytes(document, Coding.GZIP);
        var brotli = bytes(Encodings.withBrotli(document), Coding.BROTLI);

        assertThat(Bytes.of(new GZIPInputStream(gzip.toStream()).readAllBytes()))
                .isEqualTo(PLAIN);
        assertThat(Bytes.of(Decoder.decompress(brotli.toArray()).getDecompressedData()))
                .isEqualTo(PLAIN);
        assertThat(brotli.size()).isLessThan(gzip.size()).isLessThan(PLAIN.size());
    }

    @Test
    void compression_is_deterministic() {
        assertThat(Encodings.immediate(PLAIN)).isEqualTo(document.variants());
        assertThat(Encodings.withBrotli(document)).isEqualTo(Encodings.withBrotli(document));
    }

    @Test
    void each_coding_has_its_own_tag_that_begins_with_the_plain_digest() {
        var tags = Encodings.withBrotli(document).variants().stream()
                .map(Variant::entityTag)
                .toList();

        assertThat(tags)
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allSatisfy(tag -> assertThat(tag).matches("\"" + document.digest() + "(\\.[0-9a-f]{8})?\""));
    }

    @Test
    void brotli_is_added_once_and_changes_nothing_else() {
        var once = Encodings.withBrotli(document);

        assertThat(Encodings.withBrotli(once)).isSameAs(once);
        assertThat(once.variants()).startsWith(document.variants().toArray(Variant[]::new));
        assertThat(once.digest()).isEqualTo(document.digest());
    }

    private static Bytes bytes(Document document, Coding coding) {
        return document.variant(coding).orElseThrow().bytes();
    }
}
