package org.feedside.publishing;

/** What there is at a path. */
public sealed interface Lookup {
    /** A document. */
    record Here(Document document) implements Lookup {}

    /** A document that has another path. */
    record Elsewhere(String path) implements Lookup {}

    /** A page that has another path: what a form asked for, or what was meant by a slash too many. */
    record SeeOther(String path) implements Lookup {}

    /** The form again, with the reason why nothing can be what was asked for. */
    record Impossible(Document page) implements Lookup {}

    /** Nothing. */
    record Nowhere() implements Lookup {}

    /** Perhaps a document: this cannot be said, or the document not be made, at this moment. */
    record Later() implements Lookup {}
}
