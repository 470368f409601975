package org.feedside.pages;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The colours that follow from the accent colour of the pages, as variables for the style sheet. Texts in them or on them
 * have a contrast of at least 4.5:1 (WCAG 2.2, success criterion 1.4.3).
 *
 * @param accent eight bits each of red, green and blue
 */
record Palette(int accent) {
    private static final int DEFAULT = 0x0b5cad;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;

    /** The paper in the dark, as in the style sheet. In the light it is white. */
    private static final int DARK = 0x11161c;

    private static final double CONTRAST = 4.5;

    /** Returns the palette of a colour such as {@code #0b5cad}, or of the default one. */
    static Palette of(Optional<String> colour) {
        return new Palette(
                colour.map(text -> Integer.parseInt(text.substring(1), 16)).orElse(DEFAULT));
    }

    /** Returns the accent colour as the style sheet writes it. */
    String colour() {
        return css(accent);
    }

    /** Returns the colour of texts on the accent colour: the better one of two has a contrast of at least 4.58:1. */
    String onAccent() {
        return css(contrast(accent, BLACK) > contrast(accent, WHITE) ? BLACK : WHITE);
    }

    /** Returns the rules for the variables. */
    String css() {
        return """
                :root { --accent: %s; --on-accent: %s; %s }
                @media (prefers-color-scheme: dark) { :root { %s } }
                """.formatted(colour(), onAccent(), on(WHITE, BLACK), on(DARK, WHITE));
    }

    private String on(int paper, int ink) {
        var tint = mixed(paper, accent, ink == WHITE ? 14 : 7);
        var link = IntStream.rangeClosed(0, 100)
                .map(share -> mixed(accent, ink, share))
                .filter(colour -> contrast(colour, paper) >= CONTRAST && contrast(colour, tint) >= CONTRAST)
                .findFirst()
                .orElse(ink);
        return "--tint: %s; --link: %s;".formatted(css(tint), css(link));
    }

    /** Mixes a colour with a percentage of another one. */
    private static int mixed(int a, int b, int share) {
        return IntStream.of(16, 8, 0)
                .map(shift -> ((((a >> shift) & 0xff) * (100 - share) + ((b >> shift) & 0xff) * share) / 100) << shift)
                .sum();
    }

    /** Returns the contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio). */
    static double contrast(int a, int b) {
        var first = luminance(a) + 0.05;
        var second = luminance(b) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        var value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }

    private static String css(int colour) {
        return "#%06x".formatted(colour);
    }
}
