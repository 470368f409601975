package org.feedside.markup.cleaning;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Writes a formula in MathML as text. Many feed readers drop the elements of MathML and keep the text in them, which turns
 * 1/3 into 13. If there is TeX or an {@code alttext} with the formula, that is the text.
 */
final class MathText {
    private static final Pattern TEX = Pattern.compile("(?i)\\b(?:x-)?(?:la)?tex\\b");
    private static final Set<String> NOT_SHOWN = Set.of("annotation", "annotation-xml", "mphantom");

    /** What needs no brackets as an operand: a number, one character, or what has brackets. */
    private static final Pattern SIMPLE = Pattern.compile("[\\p{N}.]*|\\P{M}\\p{M}*|\\([^()]*\\)|\\[[^\\[\\]]*]");

    /** Two neighbours that would read as one number, or as a longer operand. */
    private static final Pattern RUN_TOGETHER =
            Pattern.compile("(?<=\\p{N})\0(?=\\p{N})|(?<=[/^_][^\0]{0,200})\0(?=[\\p{L}\\p{N}])");

    private MathText() {}

    static String of(Element math) {
        var tex = Selection.of(math, "annotation").stream()
                .filter(annotation -> TEX.matcher(annotation.attr("encoding")).find())
                .map(Element::text);
        return Stream.concat(tex, Stream.of(math.attr("alttext")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> linear(math));
    }

    private static String linear(Element element) {
        var parts = element.children().stream()
                .filter(child -> !NOT_SHOWN.contains(child.normalName()))
                .map(MathText::linear)
                .toList();
        if (element.childrenSize() == 0) {
            // Invisible operators (U+2061 to U+2064): only the one between a function and its argument needs a space.
            return element.text().strip().replace('\u2061', ' ').replaceAll("[\u2062-\u2064]", "");
        }
        return switch (element.normalName()) {
            case "mfrac" -> operands(parts, "/");
            case "msup", "mover" -> operands(parts, "^");
            case "msub", "munder" -> operands(parts, "_");
            case "msubsup", "munderover" ->
                operands(parts.subList(0, Math.min(2, parts.size())), "_")
                        + parts.stream()
                                .skip(2)
                                .map(part -> "^" + operand(part))
                                .reduce("", String::concat);
            case "msqrt" -> "√" + operand(row(parts));
            case "mroot" -> operands(parts, "^(1/") + ")";
            case "mfenced" -> "(" + String.join(", ", parts) + ")";
            case "mtable" -> "[" + String.join("; ", parts) + "]";
            case "mtr", "mlabeledtr" -> String.join(", ", parts);
            default -> row(parts);
        };
    }

    private static String row(List<String> parts) {
        return RUN_TOGETHER.matcher(String.join("\0", parts)).replaceAll(" ").replace("\0", "");
    }

    private static String operands(List<String> parts, String operator) {
        return String.join(operator, parts.stream().map(MathText::operand).toList());
    }

    private static String operand(String text) {
        return SIMPLE.matcher(text).matches() ? text : "(" + text + ")";
    }
}
