package org.feedside.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.diagnostics.Place;
import org.feedside.feeds.Entry;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;
import org.jdom2.output.support.AbstractXMLOutputProcessor;
import org.jdom2.output.support.FormatStack;
import org.jdom2.util.NamespaceStack;
import org.jspecify.annotations.Nullable;

/** Writes XML documents as UTF-8, without changes to white space, and reads them. */
public final class XmlWriter {
    private static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");

    private XmlWriter() {}

    static byte[] write(Document document) {
        return write(document, new XMLOutputter());
    }

    /** Writes RSS, with & and < of plain text as hexadecimal references (RSS Advisory Board's profile). */
    static byte[] writeRss(Document document) {
        return write(document, new XMLOutputter(new RssProcessor()));
    }

    /** Puts each child of an element on its own line. Use it only where the format ignores white space. */
    static void breakLines(Element element) {
        for (var child : List.copyOf(element.getChildren())) {
            element.addContent(element.indexOf(child), new Text("\n"));
        }
        element.addContent(new Text("\n"));
    }

    /** Adds the picture of an entry to its element, if readers need one, and its namespace to the root (Media RSS 1.5.1). */
    static void addThumbnail(Element element, Entry entry) {
        entry.thumbnail().ifPresent(url -> {
            element.getDocument().getRootElement().addNamespaceDeclaration(MEDIA);
            element.addContent(new Element("thumbnail", MEDIA).setAttribute("url", url));
        });
    }

    /**
     * Returns the text of an element of a document; empty if the bytes are not XML, or there is no such element.
     *
     * @param path the names of the elements below the root
     */
    static Optional<String> text(byte[] bytes, Namespace namespace, String... path) {
        var element = read("", bytes).value().map(Document::getRootElement);
        for (var name : path) {
            element = element.map(parent -> parent.getChild(name, namespace));
        }
        return element.map(Element::getText);
    }

    /** Parses an untrusted document; rejects a document type declaration, and more than 500 nested elements. */
    public static Parsed<Document> read(String file, byte[] bytes) {
        var builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", "500");
        try {
            return Parsed.of(builder.build(new ByteArrayInputStream(bytes)), List.of());
        } catch (JDOMParseException e) {
            return Parsed.failed(Code.SYNTAX.error(place(file, bytes, e), reason(String.valueOf(e.getMessage()))));
        } catch (JDOMException | IOException | IllegalArgumentException e) {
            return Parsed.failed(Code.SYNTAX.error(file, reason(String.valueOf(e.getMessage()))));
        }
    }

    /**
     * Returns the place of a parse error. The parser treats more characters as line ends than editors do, and reports
     * columns beyond the end of the last line.
     */
    private static Place place(String file, byte[] bytes, JDOMParseException e) {
        var lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        var line = Math.max(1, Math.min(e.getLineNumber(), lines.length));
        return new Place(file, line, Math.max(1, Math.min(e.getColumnNumber(), lines[line - 1].length() + 1)));
    }

    private static String reason(String message) {
        if (message.contains("processing instruction target")) {
            return "there is text before `<?xml`, which must be the first of the file: delete it";
        }
        return message.contains("DOCTYPE")
                ? "the file has a DOCTYPE, which feeds do not need and attackers can misuse: remove it"
                : "this is not well-formed XML (%s): fetch the feed again, or correct it"
                        .formatted(message.replaceFirst("^Error on line \\d+(?: of document \\S+)?: ", ""));
    }

    private static byte[] write(Document document, XMLOutputter outputter) {
        // JDOM's other formats trim or collapse white space, also in <pre>.
        var format = Format.getRawFormat().setEncoding("UTF-8").setLineSeparator(LineSeparator.UNIX);
        // Without this, JDOM writes characters above U+FFFF as references.
        format.setEscapeStrategy(character -> false);
        var out = new ByteArrayOutputStream();
        try {
            outputter.setFormat(format);
            outputter.output(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
        return out.toByteArray();
    }

    private static final class RssProcessor extends AbstractXMLOutputProcessor {
        private static final Set<String> PLAIN_TEXT = Set.of("title", "category", "creator", "author");
        private boolean isPlain;

        @Override
        protected void printElement(Writer out, FormatStack format, NamespaceStack namespaces, Element element)
                throws IOException {
            isPlain = PLAIN_TEXT.contains(element.getName()) || isChannelDescription(element);
            super.printElement(out, format, namespaces, element);
            isPlain = false;
        }

        /** Whether an element is the description of the channel, which is plain text. That of an item is HTML. */
        private static boolean isChannelDescription(Element element) {
            var parent = element.getParentElement();
            return element.getName().equals("description")
                    && parent != null
                    && parent.getName().equals("channel");
        }

        @Override
        protected void textRaw(Writer out, @Nullable String text) throws IOException {
            // The text is already escaped, and null if it is empty.
            super.textRaw(
                    out,
                    isPlain && text != null ? text.replace("&amp;", "&#x26;").replace("&lt;", "&#x3C;") : text);
        }
    }
}
