package org.feedside.markup.cleaning;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedside.markup.marks.HtmlLimit;
import org.jsoup.nodes.Element;

/** Makes the URLs in a page's attributes absolute and removes those that run code. */
final class UrlAttributes {
    private static final List<String> NAMES = List.of("href", "src", "cite", "poster", "data");
    private static final Set<String> CODE = Set.of("javascript", "vbscript", "livescript", "data", "blob", "file");
    private static final Pattern PICTURE = Pattern.compile("data:image/[a-z0-9.+-]+[;,].*", Pattern.DOTALL);

    private final UrlResolver urls;
    private final HtmlLimit limit;

    UrlAttributes(String permalink, HtmlLimit limit) {
        this.urls = new UrlResolver(permalink);
        this.limit = limit;
    }

    void resolve(Element root) {
        root.getAllElements().stream()
                .filter(element -> element.attributesSize() > 0)
                .forEach(this::resolveAll);
    }

    /** A separate method: the C2 compiler of JDK 25.0.3 generates code that crashes if both loops are in one method. */
    private void resolveAll(Element element) {
        takeLazySources(element);
        for (var name : NAMES) {
            if (element.hasAttr(name)) {
                resolve(element, name);
            }
        }
        if (element.hasAttr("srcset")) {
            set(element, "srcset", Srcset.map(element.attr("srcset"), this::source));
        }
    }

    /** Returns the absolute URL, or an empty string if feed readers cannot use it. */
    String link(String url) {
        return UrlResolver.scheme(url).filter(CODE::contains).isPresent() ? "" : urls.resolve(url);
    }

    private String source(String url) {
        return isPicture(url) ? url.strip() : link(url);
    }

    private void resolve(Element element, String name) {
        var value = element.attr(name);
        if (value.isBlank() && !name.equals("href")) {
            element.removeAttr(name);
            return;
        }
        set(element, name, name.equals("src") || name.equals("poster") ? source(value) : link(value));
    }

    private void set(Element element, String name, String value) {
        if (value.isEmpty()) {
            element.removeAttr(name);
        } else {
            limit.count(value.length());
            element.attr(name, value);
        }
    }

    private static boolean isPicture(String url) {
        return PICTURE.matcher(url.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** Lazy-loading scripts copy these attributes on the site; feed readers run no scripts. */
    private static void takeLazySources(Element element) {
        for (var name : new String[] {"src", "srcset", "poster"}) {
            for (var lazy : new String[] {"data-" + name, "data-lazy-" + name, "data-original-" + name}) {
                if (element.hasAttr(lazy)) {
                    element.attr(name, element.attr(lazy));
                }
            }
        }
        if (element.normalName().equals("img") && element.hasAttr("data-original")) {
            element.attr("src", element.attr("data-original"));
        }
    }
}
