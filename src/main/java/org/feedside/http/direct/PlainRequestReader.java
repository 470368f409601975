package org.feedside.http.direct;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.http.FeedRequest;
import org.feedside.http.FieldText;
import org.feedside.http.ParseCache;

/** Reads plain requests. Remembers which paths, hosts and names of fields are plain: most clients send the same ones. */
final class PlainRequestReader {
    private static final String METHOD = "GET ";
    private static final String VERSION = " HTTP/1.1\r\n";
    private static final String LINE_END = "\r\n";
    private static final Pattern NAME = Pattern.compile("[\\w!#$%&'*+.^`|~-]+");

    /** Two leading slashes could be taken for an authority. */
    private final ParseCache<Boolean> paths = matching("/(?!/)[\\w.~%/-]*");

    private final ParseCache<Boolean> hosts = matching("[A-Za-z0-9.-]+(:[1-9]\\d{0,3}|:[1-5]\\d{4})?");
    private final ParseCache<Kind> kinds = new ParseCache<>(PlainRequestReader::kind);

    /** What a field means for the connection. */
    private enum Kind {
        HOST,
        CONNECTION,
        FRAMING,
        OTHER
    }

    private record Field(String name, String value) {}

    /**
     * A complete GET request as nearly every reader and proxy sends it (RFC 9112): HTTP/1.1, exactly one Host field,
     * visible ASCII, no fields that describe a body, and no Connection field other than keep-alive. Jetty handles every
     * other request, well-formed or not.
     *
     * @param size the length in bytes of the request and of the line ends behind it
     */
    record PlainRequest(FeedRequest request, int size) {}

    /** Returns the first request in the buffer, if it is complete and plain. The buffer's position does not change. */
    Optional<PlainRequest> read(ByteBuffer buffer, String remoteAddress) {
        var begin = buffer.arrayOffset() + buffer.position();
        var text = new String(buffer.array(), begin, buffer.remaining(), StandardCharsets.ISO_8859_1);
        var pathEnd = text.indexOf(VERSION);
        var end = text.indexOf(LINE_END + LINE_END, pathEnd) + LINE_END.length();
        if (!text.startsWith(METHOD) || pathEnd < METHOD.length() || end < pathEnd) {
            return Optional.empty();
        }
        var path = text.substring(METHOD.length(), pathEnd);
        return fields(text, pathEnd + VERSION.length(), end)
                .filter(fields -> paths.get(path))
                .map(fields -> new FeedRequest("GET", path, "", name -> joined(fields, name), remoteAddress))
                .map(request -> new PlainRequest(request, afterLineEnds(text, end + LINE_END.length())));
    }

    /** Skips CR and LF between two requests (RFC 9112, section 2.2). Jetty does so too, in any number and order. */
    private static int afterLineEnds(String text, int end) {
        var at = end;
        while (at < text.length() && (text.charAt(at) == '\r' || text.charAt(at) == '\n')) {
            at++;
        }
        return at;
    }

    private Optional<List<Field>> fields(String text, int begin, int end) {
        var fields = new ArrayList<Field>();
        var hostFields = 0;
        for (int at = begin, lineEnd; at < end; at = lineEnd + LINE_END.length()) {
            lineEnd = text.indexOf(LINE_END, at);
            var nameEnd = text.indexOf(':', at);
            if (nameEnd < 0 || nameEnd > lineEnd || !isVisible(text, nameEnd + 1, lineEnd)) {
                return Optional.empty();
            }
            var field = new Field(text.substring(at, nameEnd), FieldText.trimmed(text.substring(nameEnd + 1, lineEnd)));
            var kind = kinds.get(field.name());
            if (!isPlain(kind, field.value())) {
                return Optional.empty();
            }
            hostFields += kind == Kind.HOST ? 1 : 0;
            fields.add(field);
        }
        return hostFields == 1 ? Optional.of(fields) : Optional.empty();
    }

    private boolean isPlain(Kind kind, String value) {
        return switch (kind) {
            case HOST -> hosts.get(value);
            case CONNECTION -> value.equalsIgnoreCase("keep-alive");
            case FRAMING -> false;
            case OTHER -> true;
        };
    }

    private static boolean isVisible(String text, int begin, int end) {
        for (var i = begin; i < end; i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static Kind kind(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "host" -> Kind.HOST;
            case "connection" -> Kind.CONNECTION;
            case "content-length", "transfer-encoding", "expect", "upgrade", "http2-settings" -> Kind.FRAMING;
            default -> NAME.matcher(name).matches() ? Kind.OTHER : Kind.FRAMING;
        };
    }

    private static Optional<String> joined(List<Field> fields, String name) {
        var value = Optional.<String>empty();
        for (var field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                value = Optional.of(
                        value.map(earlier -> earlier + ", " + field.value()).orElse(field.value()));
            }
        }
        return value;
    }

    private static ParseCache<Boolean> matching(String expression) {
        var pattern = Pattern.compile(expression);
        return new ParseCache<>(text -> pattern.matcher(text).matches());
    }
}
