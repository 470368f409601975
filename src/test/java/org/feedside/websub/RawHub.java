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

/** A hub that breaks HTTP: it reads a request, and does with the socket what no server would. */
final class RawHub implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final CountDownLatch left = new CountDownLatch(1);

    /** What becomes of the connection once the request is there. */
    interface End {
        void of(Socket socket) throws IOException;
    }

    RawHub(End end) throws IOException {
        var thread = new Thread(() -> serve(end), "raw hub");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that writes this and then closes the connection. */
    static RawHub saying(String text) throws IOException {
        return new RawHub(socket -> write(socket.getOutputStream(), text));
    }

    /** One that writes this and then waits until the other side closes the connection. */
    static RawHub sayingAndWaiting(String text) throws IOException {
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

    /** Whether the other side closes the connection. */
    boolean isLeft() throws InterruptedException {
        return left.await(20, TimeUnit.SECONDS);
    }

    private void serve(End end) {
        try (var socket = listening.accept()) {
            var in = socket.getInputStream();
            // The form is the last that comes, and its last letters are those of the topic's.
            var seen = new StringBuilder();
            while (!seen.toString().endsWith("hub.topic=" + HttpHubTest.ENCODED_TOPIC)) {
                seen.append((char) in.read());
            }
            end.of(socket);
            left.countDown();
        } catch (IOException e) {
            // The other side broke the connection: that is how it leaves.
            left.countDown();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
