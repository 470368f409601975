package org.feedside.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Validates HTML in a feed: known elements, nothing that runs code, no relative URLs. */
final class ValidHtml {
    /** The elements that the W3C validator considers safe. */
    private static final Set<String> SAFE =
            Set.of(("a abbr acronym address area article aside audio b big blockquote br button canvas "
                            + "caption center cite code col colgroup command datagrid datalist dd del details dfn dialog dir "
                            + "div dl dt em event-source fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i "
                            + "img input ins kbd keygen label legend li m map menu meter multicol nav nextid noscript ol "
                            + "optgroup option output p picture pre progress q rp rt ruby s samp section select small sound "
                            + "source spacer span strike strong sub summary sup table tbody td textarea tfoot th thead time "
                            + "tr track tt u ul var video wbr mark bdi bdo data")
                    .split(" ", -1));

    private static final List<String> ADDRESSES = List.of("href", "src", "poster", "cite", "data", "longdesc");
    private static final Pattern ABSOLUTE = Pattern.compile("(?s)[a-zA-Z][a-zA-Z0-9+.-]*:.*");
    private static final Pattern ALIGNMENT = Pattern.compile("text-align: ?(left|right|center|justify);?");

    private ValidHtml() {}

    static List<String> problems(String html) {
        var problems = new ArrayList<String>();
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        if (!document.body().html().equals(html)) {
            problems.add("has HTML that a parser repairs: "
                    + difference(html, document.body().html()));
        }
        document.body().getAllElements().stream().skip(1).forEach(element -> element(element, problems));
        return problems;
    }

    private static String difference(String html, String repaired) {
        var at = 0;
        while (at < html.length() && at < repaired.length() && html.charAt(at) == repaired.charAt(at)) {
            at++;
        }
        return html.substring(Math.max(0, at - 20), Math.min(html.length(), at + 40));
    }

    private static void element(Element element, List<String> problems) {
        var name = element.normalName();
        if (!SAFE.contains(name)) {
            problems.add("has the element " + name);
        }
        for (var attribute : element.attributes()) {
            var key = attribute.getKey();
            var value = attribute.getValue();
            if (key.startsWith("on")) {
                problems.add("has the attribute " + key);
            } else if (key.equals("style") && !ALIGNMENT.matcher(value).matches()) {
                problems.add("has the style " + value);
            } else if (ADDRESSES.contains(key)
                    && (!ABSOLUTE.matcher(value).matches() || value.startsWith("javascript:"))) {
                problems.add("has the %s %s, which is not absolute".formatted(key, value));
            } else if (key.equals("srcset")) {
                for (var candidate : value.split(",", -1)) {
                    if (!ABSOLUTE.matcher(candidate.strip()).matches()) {
                        problems.add("has the srcset %s, which is not absolute".formatted(candidate.strip()));
                    }
                }
            }
        }
    }
}
