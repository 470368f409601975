package org.feedside.markup.shortcodes;

/** Writes HTML elements with escaped values. */
final class EscapedHtml {
    private EscapedHtml() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String link(String address, String html) {
        return "<a href=\"" + escape(address) + "\">" + html + "</a>";
    }

    static String image(String address, String text) {
        return "<img src=\"" + escape(address) + "\" alt=\"" + escape(text) + "\">";
    }
}
