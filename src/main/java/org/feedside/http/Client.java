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
final class Client {
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

    private Client() {}

    /**
     * The public address that a request comes from, an IPv6 one with all of its network; nothing if that is unknown, or
     * near.
     */
    static Optional<AddressRange> of(FeedRequest request, List<AddressRange> trustedProxies) {
        return AddressRange.address(request.remoteAddress())
                .flatMap(remote -> isIn(trustedProxies, remote)
                        ? named(request, trustedProxies)
                        : Optional.of(remote).filter(address -> !isProxied(request)))
                .filter(address -> !isIn(NEAR, address))
                .map(address -> new AddressRange(address, address instanceof Inet4Address ? 32 : 64));
    }

    /** Behind a proxy that we were not told of all clients look alike, and none must pay for another. */
    private static boolean isProxied(FeedRequest request) {
        return Stream.of("X-Forwarded-For", "Forwarded", "Via")
                .anyMatch(name -> request.header(name).isPresent());
    }

    /** The last one that a trusted proxy saw and that is none itself; all before it anyone can have written. */
    private static Optional<InetAddress> named(FeedRequest request, List<AddressRange> trustedProxies) {
        var chain = request.header("X-Forwarded-For")
                .map(header -> List.of(header.split(",", -1)))
                .or(() -> request.header("Forwarded").map(Client::forwardedFor))
                .orElse(List.of());
        for (var i = chain.size() - 1; i >= 0; i--) {
            var address = AddressRange.address(withoutPort(chain.get(i).strip()));
            if (address.isEmpty() || !isIn(trustedProxies, address.get())) {
                return address;
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
