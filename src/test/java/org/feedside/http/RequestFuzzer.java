package org.feedside.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Sends randomly damaged requests to a service and checks the responses. */
public final class RequestFuzzer {
    /** A word in every unpublished text of the test site. No response may contain it. */
    public static final String SECRET = "SECRET";

    private static final Set<Integer> STATUSES =
            Set.of(100, 200, 204, 226, 301, 302, 303, 304, 400, 404, 405, 414, 417, 426, 429, 431, 501, 503, 505);
    private static final int BATCH = 500;
    private static final int MAX_DAMAGES = 4;
    private static final byte[] PLAIN = bytes("GET /atom.xml HTTP/1.1\r\nHost: x\r\n\r\n");

    private static final List<String> CORPUS = List.of(
            "GET /atom.xml HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /tags/a/rss.xml HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip;q=0.8, *;q=0\r\n\r\n",
            "HEAD /feed.json HTTP/1.1\r\nHost: x\r\nUser-Agent: Reader/1.0 (12 subscribers; feed-id=3)\r\n\r\n",
            "GET /atom.xml HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"abc\", W/\"def.123\"\r\nA-IM: feed\r\n\r\n",
            "GET /atom.xml HTTP/1.1\r\nHost: x\r\nIf-Modified-Since: Wed, 01 Jan 2025 00:00:00 GMT\r\n\r\n",
            "GET /tags/a+b/atom.xml HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.5, 10.0.0.1\r\n\r\n",
            "GET /feeds/?with=a HTTP/1.1\r\nHost: x\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\n\r\n",
            "GET /feeds/tags/a/ HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n",
            "GET /feeds.opml HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: x\r\nOrigin: https://a.example\r\n\r\n",
            "POST /atom.xml HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello",
            "POST /atom.xml HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            "GET /content/draft.md HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /.feedside/state HTTP/1.1\r\nHost: x\r\nRange: bytes=0-10\r\n\r\n",
            "GET http://x/tags/%E6%97%A5/atom.xml HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n");

    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\r",
            "\0",
            " ",
            "\t",
            ":",
            "/",
            "//",
            "/..",
            "/../",
            "%2e%2e/",
            "%2f",
            "%5c",
            "\\",
            "%00",
            "%c0%ae",
            "%",
            ";",
            "?",
            "#",
            "*",
            "\"",
            ",",
            "+",
            "zola.toml",
            "content/draft.md",
            "draft",
            "HTTP/1.1",
            "HTTP/1.0",
            "Host: y\r\n",
            "Content-Length: 3\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "Connection: close\r\n",
            "Connection: upgrade\r\nUpgrade: h2c\r\n",
            "Expect: 100-continue\r\n",
            "If-None-Match: *\r\n",
            "q=1.0000",
            "\u00e9",
            "\u65e5\u672c",
            "0\r\n\r\n",
            "ffffffffffffffff\r\n");

    private final int port;
    private final Random random;
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private long withoutResponse;

    public RequestFuzzer(int port, long seed) {
        this.port = port;
        this.random = new Random(seed);
    }

    /** Returns the number of responses by status; 0 counts connections that were closed without a response. */
    public Map<Integer, Long> statuses() {
        var all = new TreeMap<>(statuses);
        all.put(0, withoutResponse);
        return all;
    }

    /** Sends requests. Fails at the first wrong response, or when the service stops responding. */
    public void send(long requests) throws IOException {
        for (var i = 1L; i <= requests; i++) {
            send(damaged());
            if (i % BATCH == 0 || i == requests) {
                var responses = RawAnswers.to(port, PLAIN);
                if (!responses.statuses().equals(List.of(200))) {
                    throw new AssertionError("a plain request got " + responses.statuses());
                }
            }
        }
    }

    private void send(byte[] request) throws IOException {
        try {
            var responses = RawAnswers.to(port, request);
            if (responses.statuses().isEmpty()) {
                withoutResponse++;
            }
            for (var status : responses.statuses()) {
                statuses.merge(status, 1L, Long::sum);
                if (!STATUSES.contains(status)) {
                    throw new AssertionError("status " + status);
                }
            }
            if (responses.text().contains(SECRET)) {
                throw new AssertionError("an unpublished text in a response: " + responses.text());
            }
        } catch (IOException | AssertionError e) {
            throw new AssertionError("after " + shown(request), e);
        }
    }

    private byte[] damaged() {
        var request = bytes(CORPUS.get(random.nextInt(CORPUS.size())));
        for (var n = 1 + random.nextInt(MAX_DAMAGES); n > 0; n--) {
            request = damaged(request);
        }
        return request;
    }

    private byte[] damaged(byte[] request) {
        var at = random.nextInt(request.length + 1);
        var to = Math.min(request.length, at + random.nextInt(20));
        return switch (random.nextInt(8)) {
            case 0 -> replaced(request, at, to, new byte[0]);
            case 1 -> replaced(request, at, at, bytes(PIECES.get(random.nextInt(PIECES.size()))));
            case 2 -> replaced(request, at, to, bytes(PIECES.get(random.nextInt(PIECES.size()))));
            case 3 -> replaced(request, at, at, Arrays.copyOfRange(request, at, to));
            case 4 -> replaced(request, at, Math.min(request.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 5 -> replaced(request, at, request.length, tail(bytes(CORPUS.get(random.nextInt(CORPUS.size())))));
            case 6 -> replaced(request, at, at, repeated(Arrays.copyOfRange(request, at, to), random.nextInt(200)));
            default -> replaced(request, at, request.length, random.nextInt(4) == 0 ? new byte[0] : request);
        };
    }

    private byte[] tail(byte[] other) {
        return Arrays.copyOfRange(other, random.nextInt(other.length), other.length);
    }

    private static byte[] replaced(byte[] request, int from, int to, byte[] piece) {
        var out = new ByteArrayOutputStream();
        out.write(request, 0, from);
        out.writeBytes(piece);
        out.write(request, to, request.length - to);
        return out.toByteArray();
    }

    private static byte[] repeated(byte[] piece, int times) {
        var out = new ByteArrayOutputStream();
        for (var i = 0; i < times; i++) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String shown(byte[] request) {
        return new String(request, StandardCharsets.ISO_8859_1)
                .replace("\\", "\\\\")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\0", "\\0");
    }

    /** Fuzzes a running service on this machine. Arguments: port, number of requests, seed. */
    public static void main(String[] args) throws IOException {
        var fuzzer = new RequestFuzzer(Integer.parseInt(args[0]), Long.parseLong(args[2]));
        var requests = Long.parseLong(args[1]);
        var start = System.nanoTime();
        for (var sent = 0L; sent < requests; sent += 10_000) {
            fuzzer.send(Math.min(10_000, requests - sent));
            System.out.printf("%d in %d s: %s%n", sent, (System.nanoTime() - start) / 1_000_000_000, fuzzer.statuses());
        }
    }
}
