package org.feedside.content;

import java.util.function.Supplier;

/**
 * The last text of a file that had no errors. Equality is by digest.
 *
 * @param digest the digest of the file's bytes
 * @param loader loads the text
 */
public record LastGoodText(String digest, Supplier<String> loader) {
    public String text() {
        return loader.get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LastGoodText that && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return digest;
    }
}
