package org.feedside.publishing;

/** What there is at a path. */
public sealed interface Finding {
    /** A document. */
    record Here(Document document) implements Finding {}

    /** A document that has another path. */
    record Elsewhere(String path) implements Finding {}

    /** A page that has another path: what a form asked for, or what was meant by a slash too many. */
    record SeeOther(String path) implements Finding {}

    /** The form again, with the reason why nothing can be what was asked for. */
    record Impossible(Document page) implements Finding {}

    /** Nothing. */
    record Nowhere() implements Finding {}

    /** Perhaps a document: this cannot be said, or the document not be made, at this moment. */
    record Later() implements Finding {}
}
