package org.feedside.base.toml;

/** A date, time or both as TOML prints it: {@code T} between them, {@code Z} or an offset, no zeros behind a fraction. */
public record Timestamp(String text) {
    @Override
    public String toString() {
        return text;
    }
}
