package org.feedside.markup.cleaning;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Converts HTML to plain text on one line. */
public final class PlainText {
    private static final String NORMAL = "0123456789+-=()aehijklmnoprstuvx";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵉʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛˣ";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";

    private PlainText() {}

    /**
     * Returns the visible text of the HTML; empty if there is none. What elements say is kept as characters: exponents and
     * indices, quotation marks, readings of ruby, pictures within a line. Deleted text is left out.
     */
    public static String of(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        Selection.of(body, "del, s, strike").remove();
        Selection.of(body, "math").forEach(formula -> replace(formula, MathText.of(formula)));
        Selection.of(body, "sup").forEach(index -> replace(index, index(index.text(), RAISED, "^")));
        Selection.of(body, "sub").forEach(index -> replace(index, index(index.text(), LOWERED, "_")));
        Selection.of(body, "q").forEach(quote -> quote.prependText("“").appendText("”"));
        Selection.of(body, "ruby:not(:has(rp)) rt")
                .forEach(reading -> reading.prependText("(").appendText(")"));
        Selection.of(body, "img[alt]").stream()
                .filter(picture -> picture.previousSibling() instanceof TextNode before && !before.isBlank())
                .forEach(picture -> replace(picture, picture.attr("alt")));
        return body.text().strip();
    }

    private static void replace(Element element, String text) {
        element.before(new TextNode(text));
        element.remove();
    }

    /** Returns the text in raised or lowered characters. Words, as in 1st, stay as they are when they are raised. */
    private static String index(String text, String characters, String mark) {
        var isWord = text.length() > 1 && text.chars().allMatch(Character::isLetter);
        if (!isWord && text.chars().allMatch(c -> NORMAL.indexOf(c) >= 0)) {
            return text.chars()
                    .mapToObj(c -> characters.substring(NORMAL.indexOf(c), NORMAL.indexOf(c) + 1))
                    .collect(Collectors.joining());
        }
        if (text.isBlank() || (isWord && mark.equals("^"))) {
            return text;
        }
        return mark + (isWord || text.length() == 1 ? text : "(" + text + ")");
    }
}
