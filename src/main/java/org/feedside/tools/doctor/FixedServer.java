package org.feedside.tools.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.feedside.base.text.WebUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects to one server for all requests to one host, whatever DNS says. The client treats the server as a proxy. For
 * https it gets there through a tunnel in this process, so that it asks for, and checks, the certificate of the host.
 */
final class FixedServer extends ProxySelector {
    private static final Logger LOG = LoggerFactory.getLogger(FixedServer.class);
    private static final int CONNECT_MILLIS = 10_000;
    private static final int MAX_HEAD = 8_192;

    private final InetSocketAddress server;
    private final URI url;
    private final ServerSocket tunnels;

    private FixedServer(InetSocketAddress server, URI url, ServerSocket tunnels) {
        this.server = server;
        this.url = url;
        this.tunnels = tunnels;
    }

    /**
     * Connects once to see whether the server is there.
     *
     * @param url a URL of the host; requests to another port of it go to that port of the server
     */
    static FixedServer of(InetSocketAddress server, URI url) throws IOException {
        try (var trial = new Socket()) {
            trial.connect(server, CONNECT_MILLIS);
        }
        var fixed = new FixedServer(server, url, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        fixed.start(fixed::openTunnels);
        return fixed;
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (!uri.getHost().equalsIgnoreCase(url.getHost())) {
            return List.of(Proxy.NO_PROXY);
        }
        return List.of(new Proxy(
                Proxy.Type.HTTP,
                WebUrl.isHttps(uri) ? tunnels.getLocalSocketAddress() : serverFor(WebAddress.port(uri))));
    }

    private InetSocketAddress serverFor(int port) {
        return port == WebAddress.port(url) ? server : new InetSocketAddress(server.getAddress(), port);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The request fails with the same exception.
    }

    private void openTunnels() throws IOException {
        while (true) {
            var client = tunnels.accept();
            start(() -> tunnel(client));
        }
    }

    /** Answers one CONNECT (RFC 9110, section 9.3.6), then copies bytes in both directions. */
    private void tunnel(Socket client) throws IOException {
        try (client;
                var remote = new Socket()) {
            var target = head(client.getInputStream()).split(" ", 3)[1];
            remote.connect(serverFor(Integer.parseInt(target.substring(target.lastIndexOf(':') + 1))), CONNECT_MILLIS);
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            start(() -> copy(client.getInputStream(), remote.getOutputStream(), remote));
            copy(remote.getInputStream(), client.getOutputStream(), client);
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < MAX_HEAD) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("the request for a tunnel is incomplete");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void copy(InputStream from, OutputStream to, Socket receiver) throws IOException {
        from.transferTo(to);
        receiver.shutdownOutput();
    }

    private interface Work {
        void run() throws IOException;
    }

    private void start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The request through this tunnel fails too, and its failure is reported.
                LOG.debug("a tunnel to {} has ended", server, e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
