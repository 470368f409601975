package org.feedside.formats.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.text.XmlCharacters;
import org.feedside.formats.XmlWriter;
import org.jdom2.Document;

/** Reads XML with the faults that old feeds have and feed readers forgive. Each is a warning. */
final class LenientXml {
    /** White space and byte order marks, also in windows-1252, and the declaration, which must be the first of a document. */
    private static final Pattern START =
            Pattern.compile("([\\s\\uFEFF\\u00EF\\u00BB\\u00BF]*+)(<\\?xml\\s[^>]{0,1000}>)?");

    private static final Pattern LABEL =
            Pattern.compile("<\\?xml\\s[^>]{0,1000}?\\sencoding\\s*=\\s*[\"']([A-Za-z][\\w.:+-]*)");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    /** What stays, a numeric reference, and an ampersand that starts no reference or one that only HTML has. */
    private static final Pattern REFERENCE = Pattern.compile(
            "<!\\[CDATA\\[[\\s\\S]*?(?:]]>|\\z)|&(?:amp|lt|gt|quot|apos);|&#(?:x(\\p{XDigit}{1,6})|(\\d{1,7}));|&");

    private static final String ADVICE = ": many feed readers reject such a feed, so correct it if it stays in use";

    private LenientXml() {}

    static Parsed<Document> read(String file, byte[] bytes) {
        var problems = new ArrayList<Diagnostic>();
        var decoded = decoded(file, bytes, problems);
        var start = START.matcher(decoded);
        if (start.lookingAt() && start.group(2) != null && !start.group(1).matches("\uFEFF?|\u00EF\u00BB\u00BF")) {
            problems.add(Code.OLD_FEED.warning(file, "white space before `<?xml` is skipped" + ADVICE));
        }
        // Spaces in place of the start keep all lines and columns.
        var text = start.group().replaceAll("[^\\n]", " ") + decoded.substring(start.end());
        var read = parsed(file, text);
        if (read.value().isPresent()) {
            return new Parsed<>(read.value(), problems);
        }
        var repaired = parsed(file, repaired(text));
        if (repaired.value().isEmpty()) {
            return read;
        }
        var fault = read.problems().get(0).place();
        problems.add(
                Code.OLD_FEED.warning(fault, "the XML is not well-formed from here on, and was repaired" + ADVICE));
        return new Parsed<>(repaired.value(), problems);
    }

    private static Parsed<Document> parsed(String file, String text) {
        return XmlWriter.read(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text that is valid UTF-8 is UTF-8, whatever it says: texts in other encodings are not, except by rare accident. */
    private static String decoded(String file, byte[] bytes, List<Diagnostic> problems) {
        var start = new String(bytes, 0, Math.min(bytes.length, 2_000), StandardCharsets.ISO_8859_1);
        if (start.matches("(?s)(?:\u00FE\u00FF|\u00FF\u00FE|\0<|<\0).*")) {
            return new String(bytes, start.startsWith("<") ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16);
        }
        var label = LABEL.matcher(start).results().map(found -> found.group(1)).findFirst();
        var charset = label.filter(Charset::isSupported)
                .map(Charset::forName)
                .filter(c -> !c.name().startsWith("UTF-"));
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (charset.isPresent() && text.length() < bytes.length) {
                problems.add(warning(file, label, "UTF-8"));
            }
            return text;
        } catch (CharacterCodingException e) {
            if (charset.isEmpty()) {
                problems.add(warning(file, label, "windows-1252"));
            }
            return new String(bytes, charset.orElse(Charset.forName("windows-1252")));
        }
    }

    private static Diagnostic warning(String file, Optional<String> label, String encoding) {
        return Code.OLD_FEED.warning(
                file,
                "the feed is in %s, and not in %s as it says".formatted(encoding, label.orElse("UTF-8")) + ADVICE);
    }

    private static String repaired(String text) {
        return REFERENCE.matcher(FORBIDDEN.matcher(text).replaceAll(" ")).replaceAll(found -> {
            var code = found.group(1) != null
                    ? Integer.parseInt(found.group(1), 16)
                    : found.group(2) != null
                            ? Integer.parseInt(found.group(2))
                            : found.group().equals("&") ? 0 : ' ';
            var stays = Character.isValidCodePoint(code) && XmlCharacters.isAllowed(code);
            return Matcher.quoteReplacement(
                    stays ? found.group() : "&amp;" + found.group().substring(1));
        });
    }
}
