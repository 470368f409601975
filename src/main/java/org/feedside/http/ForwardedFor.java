package org.feedside.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses the {@code for} parameters of a Forwarded field (RFC 7239, section 4). */
final class ForwardedFor {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]";

    /** Some proxies do not quote IPv6 addresses and ports, so a value may be more than a token. */
    private static final Pattern PAIR = Pattern.compile(
            "(T++)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|((?:T|[\\[\\]:])*+))".replace("T", TOKEN), Pattern.DOTALL);

    private static final Pattern ELEMENT = Pattern.compile(
            "W(?:P W)?+(?:;W(?:P W)?+)*+(?=,|\\z)".replace("P ", PAIR.pattern()).replace("W", "[ \\t]*+"),
            Pattern.DOTALL);

    private static final String UNKNOWN = "unknown";

    private ForwardedFor() {}

    /**
     * Returns the node of each element, in order; {@code unknown} if an element has none or is malformed. What a client
     * sends precedes what the proxies add, so a malformed element ends at its first comma, even in quotes: a quotation
     * mark that a client leaves open cannot hide the element of a proxy.
     */
    static List<String> nodes(String field) {
        var nodes = new ArrayList<String>();
        var element = ELEMENT.matcher(field);
        var at = 0;
        while (at <= field.length()) {
            var node =
                    element.region(at, field.length()).lookingAt() ? node(element.group()) : Optional.<String>empty();
            nodes.add(node.orElse(UNKNOWN));
            at = (node.isPresent() ? element.end() : (field + ",").indexOf(',', at)) + 1;
        }
        return nodes;
    }

    /** Returns empty if the parameter is there twice. */
    private static Optional<String> node(String element) {
        var nodes = PAIR.matcher(element)
                .results()
                .filter(pair -> pair.group(1).equalsIgnoreCase("for"))
                .map(pair ->
                        pair.group(2) == null ? pair.group(3) : pair.group(2).replaceAll("(?s)\\\\(.)", "$1"))
                .toList();
        return nodes.size() > 1 ? Optional.empty() : Optional.of(nodes.isEmpty() ? UNKNOWN : nodes.get(0));
    }
}
