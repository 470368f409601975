package org.feedside.formats;

import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.feeds.Outline;
import org.feedside.feeds.Outline.Line;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * OPML 2.0 (opml.org/spec2.opml), in the form that the W3C validator accepts: it does not know {@code docs}, and
 * requires a type wherever there is a title.
 */
final class OpmlFormat {
    private OpmlFormat() {}

    static byte[] encode(Outline outline, PageDate updated) {
        var head = new Element("head")
                .addContent(new Element("title").setText(outline.title()))
                .addContent(new Element("dateModified").setText(updated.rss()))
                .addContent(new Element("ownerName")
                        .setText(outline.authors().get(0).name()));
        var body = new Element("body");
        outline.feeds().forEach(feed -> body.addContent(line(feed)));
        for (var group : outline.groups()) {
            var lines = new Element("outline").setAttribute("text", group.name());
            group.feeds().forEach(feed -> lines.addContent(line(feed)));
            XmlWriter.breakLines(lines);
            body.addContent(lines);
        }
        XmlWriter.breakLines(head);
        XmlWriter.breakLines(body);
        var root = new Element("opml")
                .setAttribute("version", "2.0")
                .addContent(head)
                .addContent(body);
        XmlWriter.breakLines(root);
        return XmlWriter.write(new Document(root));
    }

    static Optional<PageDate> updated(byte[] bytes) {
        return XmlWriter.text(bytes, Namespace.NO_NAMESPACE, "head", "dateModified")
                .flatMap(PageDate::parseRss);
    }

    /** The type is {@code rss} for every format: it means that the line is a feed. */
    private static Element line(Line feed) {
        var line = new Element("outline")
                .setAttribute("text", feed.title())
                .setAttribute("title", feed.title())
                .setAttribute("type", "rss")
                .setAttribute("xmlUrl", feed.url())
                .setAttribute("htmlUrl", feed.page());
        feed.description().ifPresent(description -> line.setAttribute("description", description));
        return line.setAttribute("language", LanguageTag.of(feed.language()));
    }
}
