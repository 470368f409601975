package org.feedside.markup.cleaning;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Replaces each frame by a link, since feed readers show no frames. The link of a video has its picture. */
final class Embeds {
    private static final Pattern YOUTUBE = Pattern.compile(
            "^(?:https?:)?//(?:www\\.)?(?:youtube(?:-nocookie)?\\.com/embed/|youtu\\.be/)([\\w-]{6,})(?:[?#/].*)?$");
    private static final Pattern VIMEO =
            Pattern.compile("^(?:https?:)?//player\\.vimeo\\.com/video/(\\d+)(?:[?#/].*)?$");

    private static final String WATCH = "https://www.youtube.com/watch?v=";

    private Embeds() {}

    static void replace(Element root, UrlAttributes addresses) {
        for (var frame : Selection.of(root, "iframe, frame, embed, object, applet")) {
            var page = address(frame).map(Embeds::page).map(addresses::link).orElse("");
            if (!page.isEmpty()) {
                var title = title(frame).orElse(page);
                var link = new Element("a").attr("href", page);
                thumbnail(page)
                        .ifPresentOrElse(
                                picture -> link.appendElement("img")
                                        .attr("src", picture)
                                        .attr("alt", title),
                                () -> link.text(title));
                frame.before(link);
                if (frame.parent() != null && frame.parent().normalName().equals("body")) {
                    link.wrap("<p></p>");
                }
            }
            frame.remove();
        }
    }

    private static Optional<String> address(Element frame) {
        return Stream.of("src", "data-src", "data")
                .map(frame::attr)
                .filter(value -> !value.isBlank() && !value.startsWith("about:"))
                .findFirst();
    }

    /** Returns the address of the picture of a video, if its site has one. */
    private static Optional<String> thumbnail(String page) {
        return Optional.of(page)
                .filter(url -> url.startsWith(WATCH))
                .map(url -> "https://i.ytimg.com/vi/" + url.substring(WATCH.length()) + "/hqdefault.jpg");
    }

    private static Optional<String> title(Element frame) {
        return Optional.of(frame.attr("title")).filter(title -> !title.isBlank());
    }

    /** Returns the address of the page of an embedded video, or the address itself for other frames. */
    private static String page(String address) {
        var youtube = YOUTUBE.matcher(address);
        if (youtube.matches() && !youtube.group(1).equals("videoseries")) {
            return WATCH + youtube.group(1);
        }
        var vimeo = VIMEO.matcher(address);
        return vimeo.matches() ? "https://vimeo.com/" + vimeo.group(1) : address;
    }
}
