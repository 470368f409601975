package org.feedside.markup.cleaning;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Removes what browsers do not show (HTML, sections 6.1 and 15.3.1). The attributes that hide it do not reach readers, so it
 * would appear there. Details stay: a person can open them.
 */
final class HiddenElements {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern DECLARATION = Pattern.compile(
            "(?<![^;])\\s*(display|visibility|content-visibility)\\s*:\\s*([a-z-]+)\\s*(!\\s*important\\s*)?(?=;|$)");

    private HiddenElements() {}

    static void remove(Element root) {
        Selection.of(root, "[hidden], [popover], dialog:not([open]), datalist, template")
                .remove();
        Selection.of(root, "[style]").stream().filter(HiddenElements::isHidden).forEach(Element::remove);
        // KaTeX writes each formula twice: in MathML, and for its style sheet, which no feed has.
        Selection.of(root, ".katex-mathml ~ .katex-html").remove();
    }

    /** Whether the style hides an element. Of several declarations, the last one counts, or the last important one. */
    private static boolean isHidden(Element element) {
        var style =
                COMMENT.matcher(element.attr("style").toLowerCase(Locale.ROOT)).replaceAll("");
        Map<String, String> important = new HashMap<>();
        Map<String, String> values = new HashMap<>();
        for (var match = DECLARATION.matcher(style); match.find(); ) {
            (match.group(3) == null ? values : important).put(match.group(1), match.group(2));
        }
        values.putAll(important);
        return "none".equals(values.get("display"))
                || "hidden".equals(values.get("content-visibility"))
                || Pattern.matches("hidden|collapse", values.getOrDefault("visibility", ""));
    }
}
