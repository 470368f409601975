package org.feedside.base.slugs;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Map;
import net.gcardone.junidecode.Junidecode;
import org.feedside.base.text.TextResource;

/**
 * Transliterates a character to ASCII with the results of Zola's table (deunicode 1.6). It differs from junidecode:
 *
 * <ul>
 *   <li>an emoji becomes its name, preferably GitHub's, such as {@code rocket};
 *   <li>for characters outside the Basic Multilingual Plane, which junidecode does not know: mathematical and enclosed
 *       letters and digits become the plain ones, any other character without a name separates words;
 *   <li>symbols without a name separate words, where junidecode removes them;
 *   <li>the remaining differences are in {@code transliterations.txt}: emoji with another name, currencies, letter-like
 *       signs, mathematics, the katakana dot, the Cyrillic hard sign, and common Chinese characters whose reading differs.
 * </ul>
 *
 * <p>Not covered: scripts that junidecode does not know (most scripts that were added after Unicode 3.0), rare Chinese
 * characters, game tiles and playing cards.
 */
final class Transliteration {
    private static final String SEPARATOR = "-";
    private static final Map<Integer, String> EXCEPTIONS = exceptions();

    private Transliteration() {}

    static String of(int codePoint) {
        var exception = EXCEPTIONS.get(codePoint);
        if (exception != null) {
            return exception;
        }
        if (isInvisible(codePoint)) {
            return "";
        }
        var plain = codePoint < 0x10000 ? Junidecode.unidecode(Character.toString(codePoint)) : "";
        if (!plain.isEmpty() && !plain.startsWith("[?]")) {
            return plain;
        }
        if (isSymbol(codePoint)) {
            var compatible = Normalizer.normalize(Character.toString(codePoint), Form.NFKC);
            if (compatible.codePoints().allMatch(c -> c < 0x250 || (c >= 0x370 && c < 0x400))
                    && !compatible.equals(Character.toString(codePoint))) {
                return compatible
                        .codePoints()
                        .mapToObj(c -> c < 0x80 ? Character.toString(c) : of(c))
                        .reduce("", String::concat);
            }
            return EmojiNames.name(codePoint).map(name -> name + " ").orElse(SEPARATOR);
        }
        return plain;
    }

    /** Variation selectors, joiners, skin tones. */
    private static boolean isInvisible(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0x2060 && codePoint <= 0x2069)
                || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF)
                || (codePoint >= 0x350 && codePoint <= 0x362);
    }

    private static boolean isSymbol(int codePoint) {
        return codePoint >= 0x10000
                || (codePoint >= 0x2070 && codePoint <= 0x2BFF)
                || (codePoint >= 0x3200 && codePoint <= 0x33FF);
    }

    private static Map<Integer, String> exceptions() {
        var exceptions = new HashMap<Integer, String>();
        for (var line : TextResource.lines(Transliteration.class, "transliterations.txt")) {
            var words = line.split(" ", 2);
            words[0].codePoints().forEach(codePoint -> exceptions.put(codePoint, words[1]));
        }
        return Map.copyOf(exceptions);
    }
}
