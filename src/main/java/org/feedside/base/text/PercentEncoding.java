package org.feedside.base.text;

import java.net.IDN;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Percent-encodes the UTF-8 bytes of characters that a path, a URL (RFC 3986) or an IRI (RFC 3987) may not contain. */
public final class PercentEncoding {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String PATH_CHARACTERS = UNRESERVED + "/!$&'()*+,;=:@";
    private static final String URL_CHARACTERS = PATH_CHARACTERS + "%?#[]";
    private static final String FORBIDDEN_IN_IRIS = " \"<>\\^`{|}";

    private static final Pattern URL_PARTS = Pattern.compile("([a-z][a-z0-9+.-]*://)([^/?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?!\\p{XDigit}{2})");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /** Encodes a decoded path (RFC 3986, section 3.3): a percent sign becomes %25, a slash stays. */
    public static String path(String decoded) {
        return encode(decoded, c -> PATH_CHARACTERS.indexOf(c) >= 0);
    }

    /** Encodes a path of which parts may be encoded: octets such as %41 stay, any other percent sign becomes %25. */
    public static String partlyEncodedPath(String path) {
        return partlyEncoded(path, PATH_CHARACTERS);
    }

    /** Encodes a URL of which parts may be encoded: octets such as %41 stay, any other percent sign becomes %25. */
    public static String partlyEncodedUrl(String url) {
        return partlyEncoded(url, PATH_CHARACTERS + "?#[]");
    }

    /** Decodes a path; returns it unchanged if it is not encoded, as in permalinks with a literal percent sign. */
    public static String decodedPath(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    private static String partlyEncoded(String text, String allowed) {
        var encoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            append(encoded, c, allowed.indexOf(c) >= 0 || isEncodedOctet(text, i));
            i += Character.charCount(c);
        }
        return encoded.toString();
    }

    /** Makes a URL ASCII: its host in Punycode, other characters percent-encoded. Percent signs stay as they are. */
    public static String url(String url) {
        IntPredicate isAllowed = c -> URL_CHARACTERS.indexOf(c) >= 0;
        var parts = URL_PARTS.matcher(url);
        return parts.matches()
                ? parts.group(1) + IDN.toASCII(parts.group(2)) + encode(parts.group(3), isAllowed)
                : encode(url, isAllowed);
    }

    /**
     * Encodes only what an IRI may not contain, so that letters of all scripts stay readable. Zola's permalinks are plain
     * concatenations of names and need this before they are links. What XML forbids is encoded too.
     */
    public static String iri(String permalink) {
        return encode(
                LONE_PERCENT.matcher(permalink).replaceAll("%25"),
                c -> c > 0x20 && XmlCharacters.isAllowed(c) && FORBIDDEN_IN_IRIS.indexOf(c) < 0);
    }

    /** Encodes only what XML forbids: an id is compared as it is written, and need not be an IRI. */
    public static String id(String id) {
        return XmlCharacters.hasForbidden(id) ? encode(id, XmlCharacters::isAllowed) : id;
    }

    private static String encode(String text, IntPredicate isAllowed) {
        var encoded = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(encoded, c, isAllowed.test(c)));
        return encoded.toString();
    }

    private static void append(StringBuilder encoded, int c, boolean isAllowed) {
        if (isAllowed) {
            encoded.appendCodePoint(c);
        } else {
            for (var octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                encoded.append('%').append(HEX.toHexDigits(octet));
            }
        }
    }

    private static boolean isEncodedOctet(String text, int i) {
        return text.charAt(i) == '%'
                && i + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(i + 1))
                && HexFormat.isHexDigit(text.charAt(i + 2));
    }
}
