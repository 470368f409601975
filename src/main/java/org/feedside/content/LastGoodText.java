package org.feedside.content;

import java.util.function.Supplier;

/** The last text of a file that had no errors, loaded on demand. Equality is by digest. */
public final class LastGoodText {
    private final String digest;
    private final Supplier<String> text;

    public LastGoodText(String digest, Supplier<String> text) {
        this.digest = digest;
        this.text = text;
    }

    /** The digest of the file's bytes. */
    public String digest() {
        return digest;
    }

    public String text() {
        return text.get();
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
