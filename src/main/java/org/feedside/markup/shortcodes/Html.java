package org.feedside.markup.shortcodes;

import org.jsoup.nodes.Entities;

/** HTML of our own, with what authors give escaped. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return Entities.escape(text).replace("\"", "&quot;").replace("'", "&#39;");
    }

    static String link(String address, String html) {
        return "<a href=\"" + escape(address) + "\">" + html + "</a>";
    }

    static String image(String address, String text) {
        return "<img src=\"" + escape(address) + "\" alt=\"" + escape(text) + "\">";
    }
}
