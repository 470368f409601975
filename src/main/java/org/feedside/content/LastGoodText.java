package org.feedside.content;

import java.util.function.Supplier;

/** The text of a file when it had no errors, fetched when it is needed. Those with the same digest are the same. */
public final class LastGoodText {
    private final String digest;
    private final Supplier<String> text;

    public LastGoodText(String digest, Supplier<String> text) {
        this.digest = digest;
        this.text = text;
    }

    /** Of the file's bytes. */
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
