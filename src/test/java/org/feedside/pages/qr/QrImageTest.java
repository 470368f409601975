package org.feedside.pages.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.feedside.pages.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws the codes as a browser does and reads them with another library. */
class QrImageTest {
    private static final Pattern SEGMENT = Pattern.compile("M(\\d+) (\\d+)\\.5h(\\d+)");
    private static final int MODULE = 5;
    private static final int WHITE = 0xffffff;
    private static final String FEED = "https://blog.example.org/tags/boats/atom.xml";

    private static QrImage image(String url) {
        return QrImage.of(url).orElseThrow();
    }

    /** Returns the colours of the modules, row by row. */
    private static int[][] modules(QrImage image) {
        var rows = new int[image.size()][image.size()];
        Arrays.stream(rows).forEach(row -> Arrays.fill(row, WHITE));
        var segments = SEGMENT.matcher(image.path());
        var end = 0;
        while (segments.find()) {
            assertThat(segments.start()).isEqualTo(end);
            end = segments.end();
            var x = Integer.parseInt(segments.group(1));
            Arrays.fill(rows[Integer.parseInt(segments.group(2))], x, x + Integer.parseInt(segments.group(3)), 0);
        }
        assertThat(end).isEqualTo(image.path().length());
        return rows;
    }

    private static Result read(QrImage image) throws Exception {
        var modules = modules(image);
        var width = image.size() * MODULE;
        var pixels = new int[width * width];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = modules[i / width / MODULE][i % width / MODULE];
        }
        var source = new RGBLuminanceSource(width, width, pixels);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
    }

    private static String url(int length) {
        var start = "https://example.org/";
        return start + "a".repeat(length - start.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FEED,
                "https://a.example/",
                "https://xn--wgv71a119e.example/%E6%97%A5%E6%9C%AC/atom.xml?a=b&c=d",
                "HTTPS://EXAMPLE.ORG/"
            })
    void a_scanner_reads_the_address(String url) throws Exception {
        var result = read(image(url));

        assertThat(result.getText()).isEqualTo(url);
        assertThat(String.valueOf(result.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL)))
                .isIn("M", "Q", "H");
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 62, 63, 200, 500, 1000, 2000, 2331})
    void addresses_of_every_length_fit(int length) throws Exception {
        assertThat(read(image(url(length))).getText()).isEqualTo(url(length));
    }

    @Test
    void an_address_that_is_too_long_has_no_code() {
        assertThat(QrImage.of(url(2_332))).isEmpty();
        assertThat(QrImage.of(url(100_000))).isEmpty();
    }

    @Test
    void four_modules_around_the_code_are_light() {
        var modules = modules(image(FEED));
        var last = modules.length - 1;

        for (int i = 0; i <= last; i++) {
            for (int edge = 0; edge < 4; edge++) {
                assertThat(new int[] {
                            modules[edge][i], modules[last - edge][i], modules[i][edge], modules[i][last - edge]
                        })
                        .containsOnly(WHITE);
            }
        }
        // The corner of a finder pattern (ISO/IEC 18004, section 6.3.3).
        assertThat(modules[4][4]).isZero();
        assertThat(modules[4][last - 4]).isZero();
        assertThat(modules[last - 4][4]).isZero();
    }

    @Test
    void the_same_address_gives_the_same_drawing() {
        assertThat(image(FEED)).isEqualTo(image(FEED)).isNotEqualTo(image(FEED + "?"));
    }

    @Test
    void the_template_shows_the_drawing_with_a_name() {
        var image = image(FEED);
        var svg = new Templates()
                .html("qrcode.jte", Map.of("code", image, "label", "QR code of <boats>"))
                .toString();

        assertThat(svg)
                .startsWith("<svg class=\"qrcode\" viewBox=\"0 0 %1$d %1$d\"".formatted(image.size()))
                .contains("aria-label=\"QR code of &lt;boats>\"", " d=\"" + image.path() + "\"")
                .doesNotContain("style=");
        // A large part of a page of 60 KB is not for the code.
        assertThat(svg).hasSizeLessThan(6_000);
    }
}
