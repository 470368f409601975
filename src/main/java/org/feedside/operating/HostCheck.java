package org.feedside.operating;

import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.config.AddressRange;

/**
 * Keeps out pages of strangers: a name of theirs can be made to lead to this machine, and a browser then takes what is here
 * for theirs. No name can be made to look like an address.
 *
 * @param own the host that the operator chose
 */
record HostCheck(String own) {
    private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*]|[^:\\[\\]]*)(?::[0-9]*)?");

    /** Whether a request that names this host (RFC 9110, section 7.2) may be answered. */
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
