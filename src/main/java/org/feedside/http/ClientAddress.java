package org.feedside.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.config.AddressRange;

/** Tells clients apart by their address. */
final class ClientAddress {
    /** Where machines of one house talk, and proxies to what stands behind them. */
    private static final List<AddressRange> NEAR = Stream.of(
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
     * Who is known by an address.
     *
     * @param isProxy whether its word about another is taken
     * @param client itself, an IPv6 one with all of its network; nothing if it is near, or no address
     */
    private record Peer(boolean isProxy, Optional<AddressRange> client) {}

    ClientAddress(List<AddressRange> trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    /** The public address that a request comes from; nothing if that is unknown, or near. */
    Optional<AddressRange> of(FeedRequest request) {
        var peer = peers.read(request.remoteAddress());
        if (peer.isProxy()) {
            return named(request);
        }
        return isProxied(request) ? Optional.empty() : peer.client();
    }

    private Peer peer(String text) {
        var address = AddressRange.address(text);
        return new Peer(
                address.filter(a -> isIn(trustedProxies, a)).isPresent(),
                address.filter(a -> !isIn(NEAR, a)).map(a -> new AddressRange(a, a instanceof Inet4Address ? 32 : 64)));
    }

    /** Behind a proxy that we were not told of all clients look alike, and none must pay for another. */
    private static boolean isProxied(FeedRequest request) {
        return request.header("X-Forwarded-For").isPresent()
                || request.header("Forwarded").isPresent()
                || request.header("Via").isPresent();
    }

    /** The last one that a trusted proxy saw and that is none itself; all before it anyone can have written. */
    private Optional<AddressRange> named(FeedRequest request) {
        var chain = request.header("X-Forwarded-For")
                .map(header -> List.of(header.split(",", -1)))
                .or(() -> request.header("Forwarded").map(ClientAddress::forwardedFor))
                .orElse(List.of());
        for (var i = chain.size() - 1; i >= 0; i--) {
            var peer = peers.read(withoutPort(chain.get(i).strip()));
            if (!peer.isProxy()) {
                return peer.client();
            }
        }
        return Optional.empty();
    }

    private static List<String> forwardedFor(String header) {
        return FORWARDED_FOR
                .matcher(header)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }

    private static String withoutPort(String node) {
        var matcher = WITH_PORT.matcher(node);
        return matcher.matches() ? firstGroup(matcher) : node;
    }

    private static String firstGroup(Matcher matcher) {
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
