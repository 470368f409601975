package org.feedside.markup.shortcodes;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Replacements for shortcodes with well-known names (zola.md, section 10.1). Zola has had no built-in shortcodes since
 * 0.17; these are the names that many sites use.
 */
final class Fallbacks {
    private static final Set<String> PICTURES = words("""
            figure fig img image picture photo resize_image resized_image image_figure""");
    private static final Set<String> SOURCES = words("""
            mermaid graphviz dot plantuml chart ditaa d2 pikchr svgbob code codeblock highlight abc""");
    private static final Set<String> QUOTES = words("""
            abstract admonition alert aside attention blockquote callout caution collapse danger details error
            example expand hint important info note notice question quote spoiler success tip todo warn warning""");
    private static final Set<String> FORMULAS = Set.of("katex", "latex", "math", "mathjax", "tex");
    private static final Map<String, Function<Call, Optional<Piece>>> VIDEOS = Map.of(
            "youtube", Fallbacks::youtube,
            "yt", Fallbacks::youtube,
            "vimeo", Fallbacks::vimeo,
            "streamable", Fallbacks::streamable,
            "gist", Fallbacks::gist);
    private static final Pattern ID = Pattern.compile("[\\w-]+");

    private Fallbacks() {}

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+", -1));
    }

    /** Returns the replacement for a known name. */
    static Optional<Piece> of(Call call, Function<String, String> markdown) {
        var name = call.plainName();
        if (VIDEOS.containsKey(name)) {
            return VIDEOS.get(name).apply(call);
        }
        if (PICTURES.contains(name)) {
            return picture(call, markdown);
        }
        if (name.equals("get_url")) {
            return call.argument("path").map(path -> new Piece(EscapedHtml.escape(path), path, call.source(), false));
        }
        if (SOURCES.contains(name)) {
            return call.body()
                    .map(body -> block(call, "<pre>" + EscapedHtml.escape(withoutOuterLines(body)) + "</pre>"));
        }
        if (FORMULAS.contains(name)) {
            return call.body().map(body -> inline(call, EscapedHtml.escape(body.strip())));
        }
        return QUOTES.contains(name) ? quote(call, markdown) : Optional.empty();
    }

    private static Piece inline(Call call, String html) {
        return new Piece(html, "", call.source(), false);
    }

    private static Piece block(Call call, String html) {
        return new Piece(html, "", call.source(), true);
    }

    private static Optional<Piece> youtube(Call call) {
        return video(
                call,
                "https://www.youtube.com/watch?v=%s",
                "https://i.ytimg.com/vi/%s/hqdefault.jpg",
                "Video on YouTube");
    }

    private static Optional<Piece> vimeo(Call call) {
        return video(call, "https://vimeo.com/%s", "https://vumbnail.com/%s.jpg", "Video on Vimeo");
    }

    private static Optional<Piece> video(Call call, String page, String picture, String text) {
        var id = call.argument("id", "video_id", "video", "v", "0");
        if (id.isPresent() && ID.matcher(id.get()).matches()) {
            var title = call.argument("title", "caption", "alt").orElse(text);
            var image = EscapedHtml.image(picture.formatted(id.get()), title);
            return Optional.of(inline(call, EscapedHtml.link(page.formatted(id.get()), image)));
        }
        return id.or(() -> call.argument("url", "src", "link"))
                .filter(Fallbacks::isWebAddress)
                .map(url -> inline(call, EscapedHtml.link(url, text)));
    }

    private static Optional<Piece> streamable(Call call) {
        return call.argument("id", "0")
                .filter(id -> ID.matcher(id).matches())
                .map(id -> inline(call, EscapedHtml.link("https://streamable.com/" + id, "Video on Streamable")));
    }

    private static Optional<Piece> gist(Call call) {
        return call.argument("url")
                .filter(Fallbacks::isWebAddress)
                .map(url -> inline(call, EscapedHtml.link(url, "Gist")));
    }

    private static boolean isWebAddress(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }

    private static Optional<Piece> picture(Call call, Function<String, String> markdown) {
        var source = call.argument("src", "path", "url", "file", "image", "img", "name", "0");
        if (source.isEmpty()) {
            return Optional.empty();
        }
        var caption = call.body().filter(body -> !body.isBlank()).or(() -> call.argument("caption"));
        var text = call.argument("alt", "description", "title", "caption").orElse("");
        var image = EscapedHtml.image(source.get(), text);
        var linked = call.argument("link", "href")
                .map(link -> EscapedHtml.link(link, image))
                .orElse(image);
        if (caption.isEmpty()) {
            return Optional.of(new Piece(linked, source.get(), call.source(), false));
        }
        var html = "<figure>" + linked + "<figcaption>" + markdown.apply(caption.get()) + "</figcaption></figure>";
        return Optional.of(new Piece(html, source.get(), call.source(), true));
    }

    private static Optional<Piece> quote(Call call, Function<String, String> markdown) {
        var text = call.body().or(() -> call.argument("text", "body", "content", "msg", "message", "quote"));
        return text.map(body -> {
            var title = call.argument("title", "summary", "header")
                    .map(words -> "<p><strong>" + EscapedHtml.escape(words) + "</strong></p>\n")
                    .orElse("");
            var author = call.argument("author", "by", "cite")
                    .map(words -> "<p>— " + EscapedHtml.escape(words) + "</p>\n")
                    .orElse("");
            return block(call, "<blockquote>\n" + title + markdown.apply(body) + author + "</blockquote>\n");
        });
    }

    private static String withoutOuterLines(String body) {
        return body.replaceFirst("^[ \\t]*\\r?\\n", "").stripTrailing();
    }
}
