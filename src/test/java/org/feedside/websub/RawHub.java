package org.feedside.websub;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A hub that violates HTTP: it reads a request and then uses the socket in a wrong way. */
final class RawHub implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What the hub does after the request has arrived. */
    interface End {
        void handle(Socket socket) throws IOException;
    }

    RawHub(End end) throws IOException {
        var thread = new Thread(() -> serve(end), "raw hub");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns a hub that writes a text and then closes the connection. */
    static RawHub writing(String text) throws IOException {
        return new RawHub(socket -> write(socket.getOutputStream(), text));
    }

    /** Returns a hub that writes a text and then waits until the client closes the connection. */
    static RawHub writingAndWaiting(String text) throws IOException {
        return new RawHub(socket -> {
            write(socket.getOutputStream(), text);
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        });
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(listening.getLocalPort()));
    }

    /** Whether the client closes the connection. */
    boolean isClosedByClient() throws InterruptedException {
        return closed.await(20, TimeUnit.SECONDS);
    }

    private void serve(End end) {
        try (var socket = listening.accept()) {
            var in = socket.getInputStream();
            // The form is the end of the request, and the topic is the end of the form.
            var seen = new StringBuilder();
            while (!seen.toString().endsWith("hub.topic=" + HttpHubTest.ENCODED_TOPIC)) {
                seen.append((char) in.read());
            }
            end.handle(socket);
            closed.countDown();
        } catch (IOException e) {
            // The client reset the connection, which closes it too.
            closed.countDown();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
