package org.feedside.operating;

import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.config.AddressRange;

/**
 * Rejects requests with a foreign host name (DNS rebinding): a web page could make its own host name resolve to this
 * machine, and the browser would then let the page read the responses. An IP address cannot be forged this way.
 *
 * @param own the host that the operator configured
 */
record HostCheck(String own) {
    private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*]|[^:\\[\\]]*)(?::[0-9]*)?");

    /** Returns whether a request with this Host (RFC 9110, section 7.2) is accepted. */
    boolean allows(Optional<String> header) {
        return header.map(HOST::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .filter(this::isOurs)
                .isPresent();
    }

    private boolean isOurs(String host) {
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return bare.equalsIgnoreCase("localhost")
                || (!own.isEmpty() && bare.equalsIgnoreCase(own))
                || AddressRange.address(bare).isPresent();
    }
}
