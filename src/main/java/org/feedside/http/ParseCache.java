package org.feedside.http;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** Caches parsed header field values in a hash table of fixed size: most clients send the same ones. */
public final class ParseCache<T> {
    private static final int SLOTS = 1 << 10;

    /** Longer texts are not cached, so that the cache stays below 1 MB. */
    private static final int MAX_LENGTH = 500;

    private final AtomicReferenceArray<Parsed<T>> table = new AtomicReferenceArray<>(SLOTS);
    private final Function<String, T> parser;

    private record Parsed<T>(String text, T value) {}

    /** Caches the results of a function that depends on the text only. */
    public ParseCache(Function<String, T> parser) {
        this.parser = parser;
    }

    public T get(String text) {
        var slot = Math.floorMod(text.hashCode(), SLOTS);
        var cached = Optional.ofNullable(table.get(slot));
        if (cached.isPresent() && cached.get().text().equals(text)) {
            return cached.get().value();
        }
        var value = parser.apply(text);
        if (text.length() <= MAX_LENGTH) {
            table.set(slot, new Parsed<>(text, value));
        }
        return value;
    }
}
