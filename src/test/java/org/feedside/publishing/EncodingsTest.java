package org.feedside.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.feedside.testing.Documents;
import org.junit.jupiter.api.Test;

class EncodingsTest {
    private static final Bytes PLAIN = Bytes.utf8("<feed>" + "Hello, readers of 日本. ".repeat(1000) + "</feed>");

    private final Document document = Documents.atom("atom.xml", Instant.EPOCH, PLAIN.toString());

    @Test
    void every_coding_holds_the_same_bytes() throws IOException {
        var gzip = bytes(document, Coding.GZIP);
        var brotli = bytes(Documents.complete(document), Coding.BROTLI);

        assertThat(Bytes.of(new GZIPInputStream(gzip.toStream()).readAllBytes()))
                .isEqualTo(PLAIN);
        assertThat(Bytes.of(Decoder.decompress(brotli.toArray()).getDecompressedData()))
                .isEqualTo(PLAIN);
        assertThat(brotli.size()).isLessThan(gzip.size()).isLessThan(PLAIN.size());
    }

    @Test
    void compression_is_deterministic() {
        assertThat(tags(Encodings.of(PLAIN))).isEqualTo(tags(document.variants()));
        assertThat(tags(Documents.complete(document).variants()))
                .isEqualTo(tags(Documents.complete(document).variants()));
    }

    @Test
    void each_coding_has_its_own_tag_that_begins_with_the_plain_digest() {
        var tags = tags(Documents.complete(document).variants());

        assertThat(tags)
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allSatisfy(tag -> assertThat(tag).matches("\"" + document.digest() + "(\\.[0-9a-f]{8})?\""));
    }

    @Test
    void brotli_is_added_once_and_changes_nothing_else() {
        var once = Documents.complete(document);

        assertThat(Encodings.complete(once)).isEmpty();
        assertThat(once.variants()).startsWith(document.variants().toArray(Variant[]::new));
        assertThat(once.digest()).isEqualTo(document.digest());
    }

    @Test
    void a_complete_document_keeps_its_plain_bytes_packed() {
        var plain = document.identity().bytes();
        var packed = Documents.complete(document).identity().bytes();

        assertThat(plain.isPacked()).isFalse();
        assertThat(packed.isPacked()).isTrue();
        assertThat(packed).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(packed.size()).isEqualTo(plain.size());
        assertThat(packed.toString()).isEqualTo(plain.toString());
        assertThat(packed.buffer()).isEqualTo(plain.buffer());
    }

    @Test
    void all_who_use_packed_bytes_at_the_same_time_share_one_copy() {
        var unpacking = new Unpacking(bytes(document, Coding.GZIP), PLAIN.size());

        var first = unpacking.get();
        var second = unpacking.get();

        assertThat(second).isSameAs(first);
        assertThat(first).isEqualTo(PLAIN.toArray());
    }

    @Test
    void coded_bytes_are_made_when_they_are_needed_and_once() throws InterruptedException {
        var made = new AtomicInteger();
        var variant = Variant.coded(Coding.GZIP, PLAIN, plain -> {
            made.incrementAndGet();
            return Bytes.utf8("coded");
        });

        assertThat(variant.hasTag("\"0123456789abcdef0123456789abcdef.01234567\""))
                .isFalse();
        assertThat(variant.hasTag("x")).isFalse();
        assertThat(made).hasValue(0);

        var threads =
                IntStream.range(0, 8).mapToObj(i -> new Thread(variant::bytes)).toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        assertThat(variant.hasTag(variant.entityTag())).isTrue();
        assertThat(made).hasValue(1);
    }

    @Test
    void a_coding_that_failed_is_made_at_the_next_need() {
        var made = new AtomicInteger();
        var variant = Variant.coded(Coding.GZIP, PLAIN, plain -> {
            if (made.incrementAndGet() == 1) {
                throw new OutOfMemoryError("provoked");
            }
            return plain;
        });

        assertThatThrownBy(variant::bytes).isInstanceOf(OutOfMemoryError.class);
        assertThat(variant.bytes()).isEqualTo(PLAIN);
    }

    private static List<String> tags(List<Variant> variants) {
        return variants.stream().map(Variant::entityTag).toList();
    }

    private static Bytes bytes(Document document, Coding coding) {
        return document.variant(coding).orElseThrow().bytes();
    }
}
