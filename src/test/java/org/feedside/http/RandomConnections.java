package org.feedside.http;

import static org.feedside.http.RequestFuzzer.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** Random connections: pipelined requests, with and without bodies; half of the connections are damaged. */
final class RandomConnections {
    private static final String TAG_PATH = "/tags/%E6%97%A5%E6%9C%AC/atom.xml";
    private static final Pattern BODY = Pattern.compile("(?i)Content-Length|Transfer-Encoding");
    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "POST");
    private static final List<String> PATHS = List.of(
            "/atom.xml",
            "/blog/atom.xml",
            "/blog" + TAG_PATH,
            TAG_PATH,
            TAG_PATH.toLowerCase(Locale.ROOT),
            "/tags/a+b/atom.xml",
            "/atom.xml/",
            "//atom.xml",
            "/./atom.xml",
            "/%61tom.xml",
            "/old.xml",
            "/retired.xml",
            "/nothing.xml",
            "/",
            "*",
            "http://x/atom.xml");
    private static final List<String> QUERIES = List.of("", "?", "?a=b", "#a", ";a=b");
    private static final List<String> LINE_ENDS = List.of("", "\r\n", "\n\r", "\r");
    private static final List<String> VERSIONS = List.of("HTTP/1.1", "HTTP/1.0");
    private static final List<String> HOSTS =
            List.of("Host: x", "Host: example.org:8080", "Host:x", "Host: [::1]", "Host: x:0", "A: b");
    private static final List<String> PLAIN_FIELDS = List.of(
            "If-None-Match: *",
            "If-Modified-Since: Fri, 20 Nov 2026 10:00:00 GMT",
            "If-Modified-Since: Friday, 20-Nov-26 10:00:00 GMT",
            "If-Modified-Since: Fri Nov 20 10:00:00 2026",
            "If-Modified-Since: yesterday",
            "Accept-Encoding: gzip",
            "Accept-Encoding: br, gzip;q=0.5",
            "Accept-Encoding: identity;q=0, *;q=0.1",
            "A-IM: feed",
            "Range: bytes=0-3");
    private static final List<String> OTHER_FIELDS = List.of(
            "Connection: keep-alive",
            "Connection: close",
            "Connection: Keep-Alive, Upgrade",
            "Upgrade: h2c",
            "Expect: 100-continue",
            "Content-Length: 0",
            "Content-Length: 3",
            "Transfer-Encoding: chunked",
            "Keep-Alive: timeout=5",
            "Trailer: Note",
            "X-HTTP-Method-Override: POST",
            "User-Agent: Reader/1.0 (+https://example.org/; 3 subscribers)",
            "X-Forwarded-For: 203.0.113.5",
            "X-Forwarded-For: 203.0.113.6, 127.0.0.1",
            "Forwarded: for=203.0.113.7",
            "Sec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\nAccept: text/html",
            "Note: a\tb",
            "Note: \u00e9",
            "Note:\nContent-Length: 60",
            "Note:\rContent-Length: 60",
            "Note:\u000bx",
            "Note: x\f",
            "Note:\u00a0x",
            "Note: x\r\n y",
            "Note : x",
            ": x",
            "Content-Length : 60",
            "Content-Length: 60",
            "Note:",
            "Note: " + "x".repeat(5_000));

    private final Random random;
    private final RequestMutator mutator;
    private final List<String> entityTags;

    /**
     * Creates a generator.
     *
     * @param entityTags values of If-None-Match
     */
    RandomConnections(Random random, List<String> entityTags) {
        this.random = random;
        this.mutator = new RequestMutator(random);
        this.entityTags = entityTags;
    }

    /** Returns the bytes of the next connection, in the pieces in which they are sent. */
    List<byte[]> next(int pipeline) {
        return pieces(connection(pipeline));
    }

    private byte[] connection(int pipeline) {
        var all = new ByteArrayOutputStream();
        for (var n = 0; n < pipeline; n++) {
            all.writeBytes(bytes(random.nextInt(5) == 0 ? requestWithBody() : request()));
            all.writeBytes(bytes(mostlyFirst(LINE_ENDS)));
        }
        return random.nextBoolean() ? mutator.damaged(all.toByteArray()) : all.toByteArray();
    }

    /** Returns a request whose body looks like another request. */
    private String requestWithBody() {
        var head = mostlyFirst(List.of("POST", "GET", "PUT")) + " /atom.xml HTTP/1.1\r\nHost: x\r\n";
        var body = request();
        return random.nextBoolean()
                ? head + "Content-Length: %d\r\n\r\n%s".formatted(bytes(body).length, body)
                : head + "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n".formatted(bytes(body).length, body);
    }

    private String request() {
        var lines = new ArrayList<String>();
        lines.add(mostlyFirst(METHODS) + " " + mostlyFirst(PATHS) + mostlyFirst(QUERIES) + " " + mostlyFirst(VERSIONS));
        lines.add(mostlyFirst(HOSTS));
        if (random.nextInt(4) > 0) {
            lines.add(inAnyCase("Accept-Encoding: gzip"));
        }
        for (var n = random.nextInt(4); n > 0; n--) {
            lines.add(inAnyCase(field()));
        }
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    private String field() {
        return switch (random.nextInt(4)) {
            case 0 -> any(OTHER_FIELDS);
            case 1 -> "If-None-Match: " + any(entityTags);
            default -> any(PLAIN_FIELDS);
        };
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The first choice is what the fast path accepts. */
    private String mostlyFirst(List<String> choices) {
        return random.nextInt(8) > 0 ? choices.get(0) : any(choices);
    }

    private String inAnyCase(String field) {
        var nameEnd = field.indexOf(':');
        var name = field.substring(0, nameEnd);
        return switch (random.nextInt(3)) {
            case 0 -> name.toLowerCase(Locale.ROOT) + field.substring(nameEnd);
            case 1 -> name.toUpperCase(Locale.ROOT) + field.substring(nameEnd);
            default -> field;
        };
    }

    /** Splits some connections into two pieces. None with a body: Jetty closes the connection before a body that is late. */
    private List<byte[]> pieces(byte[] bytes) {
        var mayHaveBody =
                BODY.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find();
        if (random.nextInt(4) > 0 || bytes.length < 2 || mayHaveBody) {
            return List.of(bytes);
        }
        var at = 1 + random.nextInt(bytes.length - 1);
        return List.of(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at, bytes.length));
    }
}
