package org.feedside.markup.cleaning;

import org.jsoup.safety.Safelist;

/**
 * The elements and attributes that a feed may contain (publishing.md, sections 2.3 and 2.5): of those that the W3C feed
 * validator accepts, the ones that show something. An element that is not listed is removed and its content stays.
 */
final class AllowList {
    private static final String ELEMENTS = """
            a abbr acronym address article aside audio b bdi big blockquote br caption center cite code col
            colgroup dd del details dfn dir div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5
            h6 header hgroup hr i img input ins kbd label legend li main mark menu meter nav ol p picture pre
            progress q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td
            tfoot th thead time tr track tt u ul var video wbr""";

    private AllowList() {}

    static Safelist list() {
        return new Safelist()
                .addTags(ELEMENTS.split("\\s+", -1))
                .addAttributes(":all", "class", "dir", "id", "lang", "style", "title")
                .addAttributes("a", "download", "href", "hreflang", "name", "rel", "target", "type")
                .addAttributes("audio", "controls", "loop", "preload", "src")
                .addAttributes("blockquote", "cite")
                .addAttributes("code", "data-lang")
                .addAttributes("col", "span")
                .addAttributes("colgroup", "span")
                .addAttributes("del", "cite", "datetime")
                .addAttributes("details", "open")
                .addAttributes("img", "alt", "decoding", "height", "loading", "sizes", "src", "srcset", "width")
                .addAttributes("input", "checked", "disabled", "type")
                .addAttributes("ins", "cite", "datetime")
                .addAttributes("li", "value")
                .addAttributes("meter", "high", "low", "max", "min", "optimum", "value")
                .addAttributes("ol", "reversed", "start", "type")
                .addAttributes("progress", "max", "value")
                .addAttributes("q", "cite")
                .addAttributes("source", "media", "sizes", "src", "srcset", "type")
                .addAttributes("td", "abbr", "colspan", "headers", "rowspan")
                .addAttributes("th", "abbr", "colspan", "headers", "rowspan", "scope")
                .addAttributes("time", "datetime")
                .addAttributes("track", "default", "kind", "label", "src", "srclang")
                .addAttributes("video", "controls", "height", "loop", "muted", "poster", "preload", "src", "width");
    }
}
