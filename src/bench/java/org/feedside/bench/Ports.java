package org.feedside.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports of loopback that nobody uses. */
final class Ports {
    private Ports() {}

    /** A free port whose neighbour is free too: there the operator's pages will be. */
    static int free() throws IOException {
        for (int i = 0; i < 100; i++) {
            try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    var next = new ServerSocket()) {
                next.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), one.getLocalPort() + 1));
                return one.getLocalPort();
            } catch (IOException | IllegalArgumentException e) {
                // The neighbour is taken, or there is none: the next two.
            }
        }
        throw new IOException("no two free ports beside each other");
    }
}
