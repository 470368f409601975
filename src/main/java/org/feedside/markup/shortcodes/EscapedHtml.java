package org.feedside.markup.shortcodes;

/** HTML of our own, with what authors give escaped. */
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
