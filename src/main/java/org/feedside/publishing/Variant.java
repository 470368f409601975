package org.feedside.publishing;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A document in one content coding. Coded bytes are made when they are first needed, and once. Thread-safe. */
public final class Variant {
    private final Coding coding;
    private final Bytes plain;
    private final UnaryOperator<Bytes> coder;
    private volatile Optional<Coded> made = Optional.empty();

    private record Coded(Bytes bytes, String entityTag) {}

    private Variant(Coding coding, Bytes plain, UnaryOperator<Bytes> coder) {
        this.coding = coding;
        this.plain = plain;
        this.coder = coder;
    }

    static Variant plain(Bytes bytes) {
        var variant = new Variant(Coding.IDENTITY, bytes, plain -> plain);
        variant.made = Optional.of(new Coded(bytes, '"' + bytes.digest() + '"'));
        return variant;
    }

    /** Returns a variant whose bytes are made. */
    static Variant coded(Coding coding, Bytes plain, Bytes coded) {
        var variant = new Variant(coding, plain, same -> coded);
        variant.make();
        return variant;
    }

    /**
     * @param coder makes the coded bytes; if it fails, the next need tries again
     */
    static Variant coded(Coding coding, Bytes plain, UnaryOperator<Bytes> coder) {
        return new Variant(coding, plain, coder);
    }

    public Coding coding() {
        return coding;
    }

    /** Returns whether the bytes are made, so that no method waits. */
    public boolean isMade() {
        return made.isPresent();
    }

    public Bytes bytes() {
        return coded().bytes();
    }

    /**
     * Returns the strong entity tag of the bytes, with its quotes (RFC 9110, section 8.8.3). That of coded bytes has the
     * digests of the plain and of the coded ones. The first part identifies the version even if another machine or Java
     * version compressed it differently.
     */
    public String entityTag() {
        return coded().entityTag();
    }

    /** Returns whether this is the entity tag. Tags of other versions need no coded bytes. */
    public boolean hasTag(String tag) {
        var known = made;
        return known.isPresent()
                ? known.get().entityTag().equals(tag)
                : tag.startsWith(plain.digest() + ".", 1) && entityTag().equals(tag);
    }

    private Coded coded() {
        var known = made;
        return known.isPresent() ? known.get() : make();
    }

    /** One thread makes the bytes; others that need them wait. */
    private synchronized Coded make() {
        if (made.isEmpty()) {
            var bytes = coder.apply(plain);
            var tag = "\"%s.%s\"".formatted(plain.digest(), bytes.digest().substring(0, 8));
            made = Optional.of(new Coded(bytes, tag));
        }
        return made.get();
    }

    /** Coded bytes depend on the plain ones only. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Variant that && coding == that.coding && plain.equals(that.plain);
    }

    @Override
    public int hashCode() {
        return Objects.hash(coding, plain);
    }

    @Override
    public String toString() {
        return coding.token() + " of " + plain.digest();
    }
}
