package org.feedside.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.feedside.base.diagnostics.Diagnostic;
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
    private XmlWriter() {}

    static byte[] write(Document document) {
        return write(document, new Processor());
    }

    /**
     * Writes RSS: {@code &} and {@code <} in plain text become hexadecimal references, which no feed reader interprets
     * as markup (RSS Advisory Board's profile).
     */
    static byte[] writeRss(Document document) {
        return write(document, new RssProcessor());
    }

    /** Puts each child of an element on its own line. Use it only where the format ignores white space. */
    static void breakLines(Element element) {
        for (var child : List.copyOf(element.getChildren())) {
            element.addContent(element.indexOf(child), new Text("\n"));
        }
        element.addContent(new Text("\n"));
    }

    /** An element that is encoded already. */
    private static final class EncodedElement extends Element {
        private static final long serialVersionUID = 1;

        private final String text;

        EncodedElement(Namespace namespace, String text) {
            super("encoded", namespace);
            this.text = text;
        }
    }

    /** Returns the entries without an encoded text. */
    static List<Entry> notEncoded(List<Entry> entries, List<Optional<String>> encoded) {
        return IntStream.range(0, entries.size())
                .filter(i -> encoded.get(i).isEmpty())
                .mapToObj(entries::get)
                .toList();
    }

    /**
     * Inserts the encoded texts between the elements of the other entries, which are the last children of the parent.
     */
    static void addEncoded(Element parent, int others, List<Optional<String>> encoded) {
        var from = parent.getContentSize() - others;
        for (int i = 0; i < encoded.size(); i++) {
            var at = from + i;
            encoded.get(i).ifPresent(text -> parent.addContent(at, new EncodedElement(parent.getNamespace(), text)));
        }
    }

    /**
     * Returns a text from a document; empty if the bytes are not XML, or there is no such text. A document type
     * declaration is rejected.
     */
    static Optional<String> text(byte[] bytes, Function<Element, @Nullable String> find) {
        var builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try {
            var root = builder.build(new ByteArrayInputStream(bytes)).getRootElement();
            return Optional.ofNullable(find.apply(root));
        } catch (JDOMException | IllegalArgumentException e) {
            // JDOM checks names more strictly than the parser and throws an IllegalArgumentException.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
    }

    /**
     * Replaces the text of the first element with a name; the element has no attributes.
     *
     * @throws IllegalArgumentException if the text of the element is not {@code before}
     */
    static byte[] withText(byte[] document, String element, String before, String after) {
        var startTag = "<" + element + ">";
        // Latin 1 maps each byte to one character, so offsets of characters are offsets of bytes.
        var start = new String(document, StandardCharsets.ISO_8859_1).indexOf(startTag) + startTag.length();
        var old = before.getBytes(StandardCharsets.UTF_8);
        var end = start + old.length;
        if (start < startTag.length()
                || end > document.length
                || !Arrays.equals(document, start, end, old, 0, old.length)) {
            throw new IllegalArgumentException("the first %s is not %s".formatted(element, before));
        }
        var out = new ByteArrayOutputStream(document.length + after.length());
        out.write(document, 0, start);
        out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        out.write(document, end, document.length - end);
        return out.toByteArray();
    }

    /**
     * Parses a document from an untrusted source. Documents that could use unbounded memory are rejected: those with a
     * document type declaration, and those nested deeper than 500 elements.
     */
    public static Parsed<Document> read(String file, byte[] bytes) {
        var builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", "500");
        try {
            return Parsed.of(builder.build(new ByteArrayInputStream(bytes)), List.of());
        } catch (JDOMParseException e) {
            return Parsed.failed(Diagnostic.error(place(file, bytes, e), reason(String.valueOf(e.getMessage()))));
        } catch (JDOMException | IOException | IllegalArgumentException e) {
            return Parsed.failed(Diagnostic.error(Place.startOf(file), reason(String.valueOf(e.getMessage()))));
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
        return message.contains("DOCTYPE")
                ? "the file has a DOCTYPE, which feeds do not need and attackers can misuse: remove it"
                : "this is not well-formed XML (%s): fetch the feed again, or correct it"
                        .formatted(message.replaceFirst("^Error on line \\d+(?: of document \\S+)?: ", ""));
    }

    private static byte[] write(Document document, AbstractXMLOutputProcessor processor) {
        // JDOM's other formats trim or collapse white space, also in <pre>.
        var format = Format.getRawFormat().setEncoding("UTF-8").setLineSeparator(LineSeparator.UNIX);
        // Without this, JDOM writes characters above U+FFFF as references.
        format.setEscapeStrategy(character -> false);
        var out = new ByteArrayOutputStream();
        try {
            new XMLOutputter(format, processor).output(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
        return out.toByteArray();
    }

    /** Writes elements that are encoded already without changes. */
    private static class Processor extends AbstractXMLOutputProcessor {
        @Override
        protected void printElement(Writer out, FormatStack format, NamespaceStack namespaces, Element element)
                throws IOException {
            if (element instanceof EncodedElement encoded) {
                out.write(encoded.text);
            } else {
                super.printElement(out, format, namespaces, element);
            }
        }
    }

    private static final class RssProcessor extends Processor {
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
