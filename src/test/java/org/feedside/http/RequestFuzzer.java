package org.feedside.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private static final byte[] PLAIN = bytes("GET /atom.xml HTTP/1.1\r\nHost: x\r\n\r\n");

    private final int port;
    private final RequestMutator mutator;
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private long withoutResponse;

    public RequestFuzzer(int port, long seed) {
        this.port = port;
        this.mutator = new RequestMutator(new Random(seed));
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
            send(mutator.next());
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

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String shown(byte[] request) {
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
