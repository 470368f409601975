package org.feedside.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds free ports on loopback. */
final class Ports {
    private Ports() {}

    /** Finds a free port such that the next one is free too, for the operator's pages. */
    static int free() throws IOException {
        for (int i = 0; i < 100; i++) {
            try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    var next = new ServerSocket()) {
                next.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), one.getLocalPort() + 1));
                return one.getLocalPort();
            } catch (IOException | IllegalArgumentException e) {
                // The next port is in use or does not exist: try others.
            }
        }
        throw new IOException("found no two free consecutive ports");
    }
}
