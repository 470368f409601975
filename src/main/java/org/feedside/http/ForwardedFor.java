package org.feedside.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the {@code for} parameters of a Forwarded field (RFC 7239, section 4). */
final class ForwardedFor {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
    private static final String UNKNOWN = "unknown";

    private final String field;
    private int at;

    private ForwardedFor(String field) {
        this.field = field;
    }

    /**
     * Returns the node of each element, in order; {@code unknown} if an element has none or is malformed. What a client
     * sends precedes what the proxies add, so a malformed element ends at its first comma, even in quotes: a quotation
     * mark that a client leaves open cannot hide the element of a proxy.
     */
    static List<String> nodes(String field) {
        var parser = new ForwardedFor(field);
        var nodes = new ArrayList<String>();
        while (parser.at <= field.length()) {
            var begin = parser.at;
            var node = parser.element();
            if (node.isEmpty()) {
                var comma = field.indexOf(',', begin);
                parser.at = comma < 0 ? field.length() : comma;
            }
            nodes.add(node.orElse(UNKNOWN));
            parser.at++;
        }
        return nodes;
    }

    /** Reads pairs up to a comma or the end. Returns empty if the element is malformed. */
    private Optional<String> element() {
        var nodes = new ArrayList<String>();
        do {
            skipWhitespace();
            var name = token();
            if (!name.isEmpty()) {
                var value = accept('=') ? value() : Optional.<String>empty();
                if (value.isEmpty()) {
                    return value;
                }
                if (name.equalsIgnoreCase("for")) {
                    nodes.add(value.get());
                }
                skipWhitespace();
            }
        } while (accept(';'));
        var isComplete = (at == field.length() || field.charAt(at) == ',') && nodes.size() <= 1;
        return isComplete ? Optional.of(nodes.isEmpty() ? UNKNOWN : nodes.get(0)) : Optional.empty();
    }

    private Optional<String> value() {
        return accept('"') ? quoted() : Optional.of(unquoted());
    }

    private String token() {
        var begin = at;
        while (at < field.length() && isTokenCharacter(field.charAt(at))) {
            at++;
        }
        return field.substring(begin, at);
    }

    /** Some proxies do not quote IPv6 addresses and ports, so more than a token is accepted. */
    private String unquoted() {
        var begin = at;
        while (at < field.length() && (isTokenCharacter(field.charAt(at)) || "[]:".indexOf(field.charAt(at)) >= 0)) {
            at++;
        }
        return field.substring(begin, at);
    }

    /** Returns the text of a quoted string (RFC 9110, section 5.6.4); empty if it has no end. */
    private Optional<String> quoted() {
        var text = new StringBuilder();
        while (at < field.length()) {
            var c = field.charAt(at++);
            if (c == '"') {
                return Optional.of(text.toString());
            }
            if (c == '\\' && at < field.length()) {
                c = field.charAt(at++);
            }
            text.append(c);
        }
        return Optional.empty();
    }

    private void skipWhitespace() {
        while (at < field.length() && FieldText.isWhitespace(field.charAt(at))) {
            at++;
        }
    }

    private boolean accept(char c) {
        if (at < field.length() && field.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private static boolean isTokenCharacter(char c) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || TOKEN_MARKS.indexOf(c) >= 0;
    }
}
