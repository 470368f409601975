package org.feedside.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses with a common prefix: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or a single address.
 *
 * @param first the lowest address
 * @param bits the length of the prefix
 */
public record AddressRange(InetAddress first, int bits) {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    public AddressRange {
        var all = first.getAddress().length * Byte.SIZE;
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("%s does not have %d bits".formatted(first.getHostAddress(), bits));
        }
        first = masked(first, bits);
    }

    /** Parses an address, or an address with a prefix length. */
    public static Optional<AddressRange> parse(String text) {
        var parts = text.strip().split("/", 2);
        return address(parts[0]).flatMap(address -> {
            var all = address.getAddress().length * Byte.SIZE;
            var bits = parts.length == 1 ? Integer.toString(all) : parts[1];
            return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= all
                    ? Optional.of(new AddressRange(address, Integer.parseInt(bits)))
                    : Optional.empty();
        });
    }

    /** Parses a literal address; host names are never resolved. */
    public static Optional<InetAddress> address(String text) {
        var literal = text.replaceFirst("%.*$", "");
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        return address.getAddress().length == first.getAddress().length
                && masked(address, bits).equals(first);
    }

    private static InetAddress masked(InetAddress address, int bits) {
        var bytes = address.getAddress();
        for (int bit = bits; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError("the array has the length of an address", e);
        }
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}
