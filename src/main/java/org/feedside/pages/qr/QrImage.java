package org.feedside.pages.qr;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.util.Optional;

/**
 * A QR code (ISO/IEC 18004) as a drawing in SVG, whose unit is a module. It includes the quiet zone of four modules.
 *
 * @param size the width and height in modules
 * @param path the dark modules: the attribute {@code d} of a path whose stroke is one module wide
 */
public record QrImage(int size, String path) {
    private static final int QUIET_ZONE = 4;

    /**
     * Returns the code of an address, with error correction of level M or, where it costs no module, higher. Returns nothing
     * for an address that is too long for a QR code: from 2,332 bytes on, unless it has no lower-case letters.
     *
     * @param url an absolute URL in ASCII
     */
    public static Optional<QrImage> of(String url) {
        try {
            var code = QrCode.encodeText(url, QrCode.Ecc.MEDIUM);
            return Optional.of(new QrImage(code.size + 2 * QUIET_ZONE, path(code)));
        } catch (DataTooLongException e) {
            return Optional.empty();
        }
    }

    /** Each line segment covers neighbouring dark modules of a row. */
    private static String path(QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                var start = x;
                while (code.getModule(x, y)) { // false outside of the code
                    x++;
                }
                if (x > start) {
                    path.append("M%d %d.5h%d".formatted(start + QUIET_ZONE, y + QUIET_ZONE, x - start));
                }
            }
        }
        return path.toString();
    }
}
