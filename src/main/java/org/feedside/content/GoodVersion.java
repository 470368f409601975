package org.feedside.content;

import java.util.Optional;

/** A page or section without errors, and the digest of the bytes that it was parsed from. */
record GoodVersion(ContentFile source, String digest) {
    /** Returns the saved version to use if this one cannot be published; empty if it is the same. */
    Optional<GoodVersion> insteadOfThis(Optional<GoodVersion> saved) {
        return saved.filter(other -> !other.digest().equals(digest));
    }

    LastGoodText savedText() {
        return new LastGoodText(digest, () -> source.text().full());
    }
}
