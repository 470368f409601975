package org.feedside.http;

import static org.feedside.http.RequestFuzzer.bytes;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.feedside.testing.Words;

/** Damages requests at random. */
final class RequestMutator {
    private static final int MAX_DAMAGES = 4;

    private static final List<String> CORPUS = List.of(
            "GET /atom.xml HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /tags/a/rss.xml HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip;q=0.8, *;q=0\r\n\r\n",
            "HEAD /feed.json HTTP/1.1\r\nHost: x\r\nUser-Agent: Reader/1.0 (12 subscribers; feed-id=3)\r\n\r\n",
            "GET /atom.xml HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"abc\", W/\"def.123\"\r\nA-IM: feed\r\n\r\n",
            "GET /atom.xml HTTP/1.1\r\nHost: x\r\nIf-Modified-Since: Wed, 01 Jan 2025 00:00:00 GMT\r\n\r\n",
            "GET /tags/a+b/atom.xml HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.5, 10.0.0.1\r\n\r\n",
            "GET /feeds/?with=a HTTP/1.1\r\nHost: x\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\nAccept: text/html\r\n\r\n",
            "GET /feeds/tags/a/ HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n",
            "GET /feeds.opml HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: x\r\nOrigin: https://a.example\r\n\r\n",
            "POST /atom.xml HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello",
            "POST /atom.xml HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            "GET /content/draft.md HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /.feedside/state HTTP/1.1\r\nHost: x\r\nRange: bytes=0-10\r\n\r\n",
            "GET http://x/tags/%E6%97%A5/atom.xml HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n");

    private static final List<String> PIECES = Words.of("""
            \r⏎ ⏎ \r \0 ␣ \t : / // /.. /../ %2e%2e/ %2f %5c \\ %00 %c0%ae % ; ? # * " , + zola.toml
            content/draft.md draft HTTP/1.1 HTTP/1.0 Host:␣y\r⏎ Content-Length:␣3\r⏎
            Content-Length:␣99999999999999999999\r⏎ Transfer-Encoding:␣chunked\r⏎
            Transfer-Encoding:␣gzip,␣chunked\r⏎ Connection:␣close\r⏎ Connection:␣upgrade\r⏎Upgrade:␣h2c\r⏎
            Expect:␣100-continue\r⏎ If-None-Match:␣*\r⏎ q=1.0000 \u00e9 \u65e5\u672c 0\r⏎\r⏎ ffffffffffffffff\r⏎
            """);

    private final Random random;

    RequestMutator(Random random) {
        this.random = random;
    }

    /** Returns a known request with some damage. */
    byte[] next() {
        return damaged(bytes(CORPUS.get(random.nextInt(CORPUS.size()))));
    }

    /** Returns a request with some damage. */
    byte[] damaged(byte[] request) {
        var damaged = request;
        for (var n = 1 + random.nextInt(MAX_DAMAGES); n > 0; n--) {
            damaged = damagedOnce(damaged);
        }
        return damaged;
    }

    private byte[] damagedOnce(byte[] request) {
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
}
