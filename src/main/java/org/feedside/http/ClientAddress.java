package org.feedside.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.config.AddressRange;
import org.feedside.config.ProxyField;

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

    /** An IPv6 address in brackets, or another node with a port (RFC 7239, section 6). */
    private static final Pattern WITH_PORT =
            Pattern.compile("\\[(.*)](?::(?:\\d+|_[\\w.-]+))?|([^:]*):(?:\\d+|_[\\w.-]+)");

    private final List<AddressRange> trustedProxies;
    private final ProxyField field;
    private final ParseCache<Peer> peers = new ParseCache<>(this::peer);

    /**
     * What is known about one address.
     *
     * @param isTrustedProxy whether the proxy field of its requests is trusted
     * @param client the client at this address, for IPv6 the /64 network; empty if the address is local or malformed
     */
    private record Peer(boolean isTrustedProxy, Optional<AddressRange> client) {}

    /**
     * @param field the only field that is read, since the proxies may pass on the other ones as clients sent them
     */
    ClientAddress(List<AddressRange> trustedProxies, ProxyField field) {
        this.trustedProxies = trustedProxies;
        this.field = field;
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
        return Stream.concat(Stream.of(ProxyField.values()).map(ProxyField::fieldName), Stream.of("Via"))
                .anyMatch(name -> request.header(name).isPresent());
    }

    /** Returns the last address in the chain that is not a trusted proxy. Clients can forge every address before it. */
    private Optional<AddressRange> forwardedClient(FeedRequest request) {
        var chain = request.header(field.fieldName()).map(this::nodes).orElse(List.of());
        for (var i = chain.size() - 1; i >= 0; i--) {
            var peer = peers.get(withoutPort(FieldText.trimmed(chain.get(i))));
            if (!peer.isTrustedProxy()) {
                return peer.client();
            }
        }
        return Optional.empty();
    }

    private List<String> nodes(String value) {
        return switch (field) {
            case X_FORWARDED_FOR -> List.of(value.split(",", -1));
            case FORWARDED -> ForwardedFor.nodes(value);
        };
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
