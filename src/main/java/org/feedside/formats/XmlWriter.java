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

/** Writes a document as UTF-8, every character of its texts as it is. */
public final class XmlWriter {
    private XmlWriter() {}

    static byte[] write(Document document) {
        return write(document, new Texts());
    }

    /**
     * Writes RSS: {@code &} and {@code <} of plain texts as hexadecimal references, which no reader takes for markup
     * (RSS Advisory Board's profile).
     */
    static byte[] writeRss(Document document) {
        return write(document, new PlainTexts());
    }

    /** Puts each of an element's children on a line of its own; only where the format gives no meaning to white space. */
    static void breakLines(Element element) {
        for (var child : List.copyOf(element.getChildren())) {
            element.addContent(element.indexOf(child), new Text("\n"));
        }
        element.addContent(new Text("\n"));
    }

    /** An element of which the text is known. */
    private static final class Written extends Element {
        private static final long serialVersionUID = 1;

        private final String text;

        Written(Namespace namespace, String text) {
            super("written", namespace);
            this.text = text;
        }
    }

    /** The entries of which the text is not known. */
    static List<Entry> unwritten(List<Entry> entries, List<Optional<String>> written) {
        return IntStream.range(0, entries.size())
                .filter(i -> written.get(i).isEmpty())
                .mapToObj(entries::get)
                .toList();
    }

    /** Puts the texts that are known between the elements of the others, the last things in their parent. */
    static void addWritten(Element parent, int unwritten, List<Optional<String>> written) {
        var from = parent.getContentSize() - unwritten;
        for (int i = 0; i < written.size(); i++) {
            var at = from + i;
            written.get(i).ifPresent(text -> parent.addContent(at, new Written(parent.getNamespace(), text)));
        }
    }

    /** A text out of a document; empty if the bytes are no XML, or have no such text. No entity of a DTD is followed. */
    static Optional<String> text(byte[] bytes, Function<Element, @Nullable String> find) {
        var builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try {
            var root = builder.build(new ByteArrayInputStream(bytes)).getRootElement();
            return Optional.ofNullable(find.apply(root));
        } catch (JDOMException | IllegalArgumentException e) {
            // JDOM has rules for names that the parser does not know, and throws the latter.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
    }

    /**
     * The bytes of a document with another text in the first element of a name, which has no attributes.
     *
     * @throws IllegalArgumentException if that element has another text than {@code before}
     */
    static byte[] replaced(byte[] document, String element, String before, String after) {
        var startTag = "<" + element + ">";
        // In Latin 1 each byte is a character, whatever it means.
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

    /** A document from outside, or why it is none. What could grow while it is read is refused: DTDs, and very deep trees. */
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

    /** The parser ends lines at characters that end none in an editor, and looks past the end of the last one. */
    private static Place place(String file, byte[] bytes, JDOMParseException e) {
        var lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        var line = Math.max(1, Math.min(e.getLineNumber(), lines.length));
        return new Place(file, line, Math.max(1, Math.min(e.getColumnNumber(), lines[line - 1].length() + 1)));
    }

    private static String reason(String message) {
        return message.contains("DOCTYPE")
                ? "the file has a DOCTYPE, which no feed needs and which can do harm: remove it"
                : "this is not XML as a feed must be (%s): fetch the feed again, or mend it"
                        .formatted(message.replaceFirst("^Error on line \\d+(?: of document \\S+)?: ", ""));
    }

    private static byte[] write(Document document, AbstractXMLOutputProcessor processor) {
        // The other formats of JDOM trim or fold white space, also that of <pre>.
        var format = Format.getRawFormat().setEncoding("UTF-8").setLineSeparator(LineSeparator.UNIX);
        // UTF-8 has all characters: none beyond the first 65,536 needs a reference.
        format.setEscapeStrategy(character -> false);
        var out = new ByteArrayOutputStream();
        try {
            new XMLOutputter(format, processor).output(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
        return out.toByteArray();
    }

    /** Writes texts that are known as they are. */
    private static class Texts extends AbstractXMLOutputProcessor {
        @Override
        protected void printElement(Writer out, FormatStack format, NamespaceStack namespaces, Element element)
                throws IOException {
            if (element instanceof Written written) {
                out.write(written.text);
            } else {
                super.printElement(out, format, namespaces, element);
            }
        }
    }

    private static final class PlainTexts extends Texts {
        private static final Set<String> PLAIN = Set.of("title", "category", "creator", "author");
        private boolean isPlain;

        @Override
        protected void printElement(Writer out, FormatStack format, NamespaceStack namespaces, Element element)
                throws IOException {
            isPlain = PLAIN.contains(element.getName()) || isOfChannel(element);
            super.printElement(out, format, namespaces, element);
            isPlain = false;
        }

        /** An item's description is HTML, that of the channel is not. */
        private static boolean isOfChannel(Element element) {
            var parent = element.getParentElement();
            return element.getName().equals("description")
                    && parent != null
                    && parent.getName().equals("channel");
        }

        @Override
        protected void textRaw(Writer out, @Nullable String text) throws IOException {
            // What arrives here is escaped already, and null for an empty text.
            super.textRaw(
                    out,
                    isPlain && text != null ? text.replace("&amp;", "&#x26;").replace("&lt;", "&#x3C;") : text);
        }
    }
}
