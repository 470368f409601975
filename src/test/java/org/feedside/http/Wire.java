package org.feedside.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.feedside.publishing.Bytes;

/** A persistent HTTP/1.1 connection that sends given bytes and returns exactly what it receives. */
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    Received get(String path, String... headers) throws IOException {
        return request("GET", path, headers);
    }

    Received request(String method, String path, String... headers) throws IOException {
        var request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        return send(request.append("\r\n").toString(), !method.equals("HEAD"));
    }

    Received send(String raw, boolean bodyFollows) throws IOException {
        socket.getOutputStream().write(raw.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var headers = new ArrayList<String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            headers.add(line);
        }
        var head = new Received(status, headers, Bytes.of(new byte[0]));
        return new Received(
                status, headers, bodyFollows ? Bytes.of(in.readNBytes(head.length())) : Bytes.of(new byte[0]));
    }

    boolean isClosedByServer() throws IOException {
        return in.read() < 0;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended after: " + line);
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** A received response; field names as they were sent. */
    record Received(int status, List<String> headers, Bytes body) {
        /** Returns the field's value, {@code -} if it is missing, all values in order if there are several. */
        String header(String name) {
            var prefix = name.toLowerCase(Locale.ROOT) + ":";
            var values = headers.stream()
                    .filter(h -> h.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(h -> h.substring(prefix.length()).strip())
                    .toList();
            return values.isEmpty() ? "-" : String.join(" & ", values);
        }

        int length() {
            var length = header("Content-Length");
            return length.equals("-") ? 0 : Integer.parseInt(length);
        }

        String text() {
            return body.toString();
        }
    }
}
