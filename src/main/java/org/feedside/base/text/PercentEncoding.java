package org.feedside.base.text;

import java.net.IDN;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Percent-encodes the UTF-8 bytes of characters that a path or a URL may not contain (RFC 3986). */
public final class PercentEncoding {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String PATH_CHARACTERS = UNRESERVED + "/!$&'()*+,;=:@";
    private static final String URL_CHARACTERS = PATH_CHARACTERS + "?#";

    private static final Pattern URL_PARTS = Pattern.compile(
            "([A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#]*@)?)([^/?#]*?)((?::\\d*)?)((?:[/?#].*)?)", Pattern.DOTALL);

    /** Letters that IDNA 2003, which the JDK has, converts to the name of another host than browsers do (IDNA 2008). */
    private static final Pattern DEVIATION = Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D]");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /** Encodes a decoded path (RFC 3986, section 3.3): a percent sign becomes %25, a slash stays. */
    public static String path(String decoded) {
        return encode(decoded, c -> PATH_CHARACTERS.indexOf(c) >= 0);
    }

    /** Encodes a text as a value in a query (RFC 3986, section 3.4): everything but letters, digits and {@code -._~}. */
    public static String component(String text) {
        return encode(text, c -> UNRESERVED.indexOf(c) >= 0);
    }

    /** Encodes a path of which parts may be encoded: octets such as %41 stay, any other percent sign becomes %25. */
    public static String partlyEncodedPath(String path) {
        return partlyEncoded(path, PATH_CHARACTERS);
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

    /**
     * Makes an address a URI (RFC 3987, section 3.1): its host in Punycode, and percent-encoded what a URI may not contain.
     * Octets such as %41 stay, any other percent sign becomes %25. A URI stays as it is.
     */
    public static String url(String address) {
        return url(address, URL_CHARACTERS);
    }

    /** Encodes only what XML forbids: an id is compared as it is written, and need not be an IRI. */
    public static String id(String id) {
        return XmlCharacters.hasForbidden(id) ? encode(id, XmlCharacters::isAllowed) : id;
    }

    /** Makes a permalink a URI, like {@link #url}. It is base_url and a path, so a # or ? in it belongs to a name. */
    public static String permalink(String permalink) {
        return url(permalink.replace("#", "%23").replace("?", "%3F"));
    }

    /** Makes an address that an author wrote a URI, like {@link #url}; brackets stay, as in browsers. */
    public static String writtenUrl(String address) {
        return url(address, URL_CHARACTERS + "[]");
    }

    private static String url(String address, String allowed) {
        var parts = URL_PARTS.matcher(address);
        return parts.matches()
                ? partlyEncoded(parts.group(1), PATH_CHARACTERS)
                        + host(parts.group(2))
                        + parts.group(3)
                        + partlyEncoded(parts.group(4), allowed)
                : partlyEncoded(address, allowed);
    }

    /** A host without a form in Punycode is percent-encoded, which RFC 3986, section 3.2.2, allows. */
    private static String host(String host) {
        var decoded = decodedPath(host);
        if (decoded.chars().anyMatch(c -> c > 0x7E)
                && !DEVIATION.matcher(decoded).find()) {
            try {
                return IDN.toASCII(decoded, IDN.ALLOW_UNASSIGNED | IDN.USE_STD3_ASCII_RULES);
            } catch (IllegalArgumentException e) {
                return partlyEncoded(host, PATH_CHARACTERS);
            }
        }
        return partlyEncoded(host, PATH_CHARACTERS + "[]");
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
