package org.feedside.publishing;

/** What there is at a path. */
public sealed interface Finding {
    /** A document. */
    record Here(Document document) implements Finding {}

    /** A document that has another path. */
    record Elsewhere(String path) implements Finding {}

    /** Nothing. */
    record Nowhere() implements Finding {}

    /** Perhaps a document: this cannot be said, or the document not be made, at this moment. */
    record Later() implements Finding {}
}
