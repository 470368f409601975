package org.feedside.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** All responses to some bytes until the server closes the connection. Each must be well-formed. */
public record RawAnswers(List<Integer> statuses, String text) {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 ([1-5][0-9]{2}) [ -~]*");
    private static final Pattern FIELD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+: [\\t -~]*");

    /** Sends bytes and then shuts down the output, as {@code printf | nc} does. */
    public static RawAnswers to(int port, byte[] request) throws IOException {
        return to(port, List.of(request), Duration.ZERO);
    }

    /** Sends bytes in pieces, with pauses between them. */
    static RawAnswers to(int port, List<byte[]> pieces, Duration pause) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            var early = new ByteArrayOutputStream();
            try {
                socket.setTcpNoDelay(true);
                socket.getOutputStream().write(pieces.get(0));
                for (var piece : pieces.subList(1, pieces.size())) {
                    LockSupport.parkNanos(pause.toNanos());
                    // If the server has closed the connection, the next piece resets it and discards what was not read.
                    early.writeBytes(socket.getInputStream()
                            .readNBytes(socket.getInputStream().available()));
                    socket.getOutputStream().write(piece);
                }
                socket.shutdownOutput();
            } catch (SocketException e) {
                // The server closed the connection early, perhaps after a response.
                return parse(early.toString(StandardCharsets.ISO_8859_1) + received(socket));
            }
            return parse(early.toString(StandardCharsets.ISO_8859_1) + received(socket));
        }
    }

    /** Returns what arrives before the connection is closed, each byte as a character. */
    static String received(Socket socket) throws IOException {
        var received = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(received);
        } catch (SocketException e) {
            // A server that does not read the rest of a bad request resets the connection.
            return received.toString(StandardCharsets.ISO_8859_1);
        }
        return received.toString(StandardCharsets.ISO_8859_1);
    }

    /** Parses responses strictly; anything else is an error. */
    static RawAnswers parse(String all) {
        var statuses = new ArrayList<Integer>();
        var at = 0;
        while (at < all.length()) {
            var end = all.indexOf("\r\n\r\n", at);
            if (end < 0) {
                throw new AssertionError("an incomplete response: " + all.substring(at));
            }
            var head = all.substring(at, end).split("\r\n", -1);
            var status = STATUS_LINE.matcher(head[0]);
            if (!status.matches()) {
                throw new AssertionError("not a status line: " + head[0]);
            }
            statuses.add(Integer.parseInt(status.group(1)));
            at = end + 4 + bodyLength(head, all, end + 4);
        }
        return new RawAnswers(statuses, all);
    }

    private static int bodyLength(String[] head, String all, int from) {
        var lengths = new ArrayList<Integer>();
        for (var i = 1; i < head.length; i++) {
            if (!FIELD.matcher(head[i]).matches()) {
                throw new AssertionError("not a header field: " + head[i]);
            }
            if (head[i].startsWith("Content-Length: ")) {
                lengths.add(Integer.parseInt(head[i].substring("Content-Length: ".length())));
            }
            if (head[i].startsWith("Transfer-Encoding")) {
                throw new AssertionError("a response must have a length: " + head[i]);
            }
        }
        var hasNoBody = head[0].contains(" 304 ") || head[0].contains(" 204 ") || head[0].contains(" 100 ");
        if (lengths.size() != (hasNoBody ? 0 : 1)) {
            throw new AssertionError("lengths " + lengths + " after " + head[0]);
        }
        // No document starts like a response, so a response to HEAD ends here.
        if (hasNoBody || from == all.length() || all.startsWith("HTTP/1.1 ", from)) {
            return 0;
        }
        if (from + lengths.get(0) > all.length()) {
            throw new AssertionError("an incomplete body: " + head[0]);
        }
        return lengths.get(0);
    }
}
