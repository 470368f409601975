package org.feedside.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.feedside.base.text.TextResource;
import org.junit.jupiter.api.Test;

/** Texts are readable with any accent colour. */
class PaletteTest {
    private static final int COLOURS = 5_000;
    private static final Pattern VARIABLE = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    /** Returns the colours of a colour scheme: those of the style sheet, and those that follow from the accent. */
    private static Map<String, Integer> colours(String css, boolean isDark) {
        // Before the first block is a comment, or nothing.
        var parts = css.split(":root \\{", -1);
        var colours = new HashMap<String, Integer>();
        for (int i = 1; i <= (isDark ? 2 : 1); i++) {
            VARIABLE.matcher(parts[i].replaceFirst("(?s)}.*", ""))
                    .results()
                    .forEach(found -> colours.put(found.group(1), Integer.parseInt(found.group(2), 16)));
        }
        return colours;
    }

    @Test
    void every_accent_has_readable_texts() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var style = TextResource.text(Palette.class, "style.css");
        for (int i = 0; i < COLOURS; i++) {
            var accent = i < 8
                    ? (0xff * (i & 1)) | (0xff00 * ((i >> 1) & 1)) | (0xff0000 * (i >> 2))
                    : random.nextInt(1 << 24);
            var palette = Palette.of(Optional.of("#%06x".formatted(accent)));
            for (var isDark : new boolean[] {false, true}) {
                var colours = colours(style, isDark);
                colours.putAll(colours(palette.css(), isDark));
                var what = "seed %d, accent %06x, dark %s".formatted(seed, accent, isDark);
                for (var paper : new String[] {"paper", "tint"}) {
                    for (var text : new String[] {"link", "ink", "soft"}) {
                        assertThat(Palette.contrast(colour(colours, text), colour(colours, paper)))
                                .as("%s: %s on %s", what, text, paper)
                                .isGreaterThanOrEqualTo(4.5);
                    }
                }
                assertThat(Palette.contrast(colour(colours, "on-accent"), colour(colours, "accent")))
                        .as(what)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    private static int colour(Map<String, Integer> colours, String name) {
        return Optional.ofNullable(colours.get(name)).orElseThrow(() -> new AssertionError(name));
    }

    @Test
    void contrast_is_that_of_the_standard() {
        assertThat(Palette.contrast(0x000000, 0xffffff)).isEqualTo(21);
        assertThat(Palette.contrast(0x777777, 0xffffff)).isBetween(4.47, 4.49);
    }

    @Test
    void a_readable_accent_is_the_colour_of_links() {
        assertThat(Palette.of(Optional.of("#7a1f5c")).css()).contains("--accent: #7a1f5c;", "--link: #7a1f5c;");
    }
}
