package org.feedside.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Sends the same request at a constant rate, which does not depend on the responses. The latency of a response counts
 * from when its request was due, so it includes the time for which a slow server delayed the request.
 */
final class Load {
    private static final int CONNECTIONS = 32;
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)", Pattern.CASE_INSENSITIVE);

    private final byte[] request;
    private final String expected;
    private final Deque<Exchange> free = new ArrayDeque<>();
    private final Selector selector;
    private LongStream.Builder times = LongStream.builder();

    private Load(byte[] request, int status, int port) throws IOException {
        this.request = request;
        this.expected = "HTTP/1.1 " + status;
        this.selector = Selector.open();
        for (int i = 0; i < CONNECTIONS; i++) {
            free.add(new Exchange(port));
        }
    }

    /** The latency of the responses, in microseconds. */
    record Latency(double p50, double p99, double max) {
        /** One line, which {@link #read} parses. */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f %.1f %.1f", p50, p99, max);
        }

        static Latency read(String line) {
            var numbers = Arrays.stream(line.strip().split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Latency(numbers[0], numbers[1], numbers[2]);
        }

        /** Returns the percentiles of sorted times, which are in nanoseconds. */
        static Latency of(long[] sorted) {
            return new Latency(
                    sorted[sorted.length / 2] / 1e3,
                    sorted[(int) (sorted.length * 0.99)] / 1e3,
                    sorted[sorted.length - 1] / 1e3);
        }
    }

    /** Sends requests and returns their latency. Responses during the warm-up do not count, as the JIT compiler is busy. */
    static Latency at(int rate, byte[] request, int status, int port, Duration warmUp, Duration time)
            throws IOException {
        var load = new Load(request, status, port);
        load.run(rate, warmUp);
        load.times = LongStream.builder();
        load.run(rate, time);
        load.selector.close();
        return Latency.of(load.times.build().sorted().toArray());
    }

    private void run(int rate, Duration time) throws IOException {
        var begin = System.nanoTime();
        var total = rate * time.toMillis() / 1000;
        long sent = 0;
        while (sent < total || free.size() < CONNECTIONS) {
            for (var due = begin + sent * 1_000_000_000L / rate;
                    sent < total && !free.isEmpty() && System.nanoTime() >= due;
                    due = begin + sent * 1_000_000_000L / rate) {
                free.remove().send(due);
                sent++;
            }
            selector.selectNow(this::receive);
        }
    }

    private void receive(SelectionKey key) {
        var exchange = (Exchange) key.attachment();
        try {
            if (exchange.isComplete()) {
                times.add(System.nanoTime() - exchange.due);
                free.add(exchange);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection and the response that it receives. */
    private final class Exchange {
        private final SocketChannel channel;
        private final ByteBuffer out = ByteBuffer.allocateDirect(request.length).put(request);
        private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 18);
        private long due;
        private int length;

        Exchange(int port) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            channel.socket().setTcpNoDelay(true);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void send(long time) throws IOException {
            due = time;
            length = 0;
            in.clear();
            channel.write(out.rewind());
            if (out.hasRemaining()) {
                throw new IOException("the server does not read the request");
            }
        }

        boolean isComplete() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("the server closed a connection");
            }
            if (length == 0) {
                length = lengthOf(in);
            }
            return length > 0 && in.position() >= length;
        }

        /** The length of the whole response, or 0 if its header section is incomplete. */
        private int lengthOf(ByteBuffer in) throws IOException {
            var bytes = new byte[Math.min(in.position(), 2048)];
            in.get(0, bytes);
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            var end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return 0;
            }
            if (!text.startsWith(expected)) {
                throw new IOException("expected %s, but received %s".formatted(expected, text.substring(0, end)));
            }
            var body = LENGTH.matcher(text.substring(0, end));
            return end + 4 + (!expected.endsWith("304") && body.find() ? Integer.parseInt(body.group(1)) : 0);
        }
    }
}
