package org.feedside.content;

/** A page or section without errors, and the digest of the bytes that it was parsed from. */
record GoodVersion(ContentFile source, String digest) {
    LastGoodText savedText() {
        return new LastGoodText(digest, () -> source.text().full());
    }
}
