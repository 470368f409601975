package org.feedside.base.toml;

/** A TOML date, time or date-time in canonical form: {@code T} as the separator, {@code Z} or an offset, a fraction without trailing zeros. */
public record Timestamp(String text) {
    @Override
    public String toString() {
        return text;
    }
}
