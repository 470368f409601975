package org.feedside.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.config.AddressRange;

/** Finds the address of the client behind a connection or a trusted proxy. */
final class ClientAddress {
    /** Loopback, private, link-local and carrier-grade NAT ranges: clients there cannot be told apart. */
    private static final List<AddressRange> LOCAL_RANGES = Stream.of(
                    "127.0.0.0/8",
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "169.254.0.0/16",
                    "100.64.0.0/10",
                    "0.0.0.0/8",
                    "::1",
                    "::",
                    "fe80::/10",
                    "fc00::/7")
            .flatMap(range -> AddressRange.parse(range).stream())
            .toList();

    private static final Pattern FORWARDED_FOR =
            Pattern.compile("(?:^|[;,])\\s*for\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]*))", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_PORT = Pattern.compile("\\[(.*)](?::.*)?|([^:]*):[^:]*");

    private final List<AddressRange> trustedProxies;
    private final ParseCache<Peer> peers = new ParseCache<>(this::peer);

    /**
     * What is known about one address.
     *
     * @param isTrustedProxy whether its X-Forwarded-For and Forwarded fields are trusted
     * @param client the client at this address, for IPv6 the /64 network; empty if the address is local or malformed
     */
    private record Peer(boolean isTrustedProxy, Optional<AddressRange> client) {}

    ClientAddress(List<AddressRange> trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    /** Returns the public address of the client; empty if it is unknown or local. */
    Optional<AddressRange> of(FeedRequest request) {
        var peer = peers.get(request.remoteAddress());
        if (peer.isTrustedProxy()) {
            return forwardedClient(request);
        }
        return isProxied(request) ? Optional.empty() : peer.client();
    }

    private Peer peer(String text) {
        var address = AddressRange.address(text);
        return new Peer(
                address.filter(a -> isIn(trustedProxies, a)).isPresent(),
                address.filter(a -> !isIn(LOCAL_RANGES, a))
                        .map(a -> new AddressRange(a, a instanceof Inet4Address ? 32 : 64)));
    }

    /** Whether an unknown proxy sent the request. All its clients have the same address, so none of them is limited. */
    private static boolean isProxied(FeedRequest request) {
        return Stream.of("X-Forwarded-For", "Forwarded", "Via")
                .anyMatch(name -> request.header(name).isPresent());
    }

    /** Returns the last address in the chain that is not a trusted proxy. Clients can forge every address before it. */
    private Optional<AddressRange> forwardedClient(FeedRequest request) {
        var chain = request.header("X-Forwarded-For")
                .map(header -> List.of(header.split(",", -1)))
                .or(() -> request.header("Forwarded").map(ClientAddress::forwardedFor))
                .orElse(List.of());
        for (var i = chain.size() - 1; i >= 0; i--) {
            var peer = peers.get(withoutPort(chain.get(i).strip()));
            if (!peer.isTrustedProxy()) {
                return peer.client();
            }
        }
        return Optional.empty();
    }

    private static List<String> forwardedFor(String header) {
        return FORWARDED_FOR
                .matcher(header)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toList();
    }

    private static String withoutPort(String node) {
        var matcher = WITH_PORT.matcher(node);
        // A group that is not in the text is empty.
        return matcher.matches() ? matcher.replaceFirst("$1$2") : node;
    }

    private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
