package org.feedside.publishing;

/** The result of looking up a path. */
public sealed interface Lookup {
    /** A document. */
    record Found(Document document) implements Lookup {}

    /** The document has another path: a permanent redirect. */
    record Moved(String path) implements Lookup {}

    /** The page has another path: the result of a form, or the same path without a superfluous slash. */
    record SeeOther(String path) implements Lookup {}

    /** The form again, with the reason why the request cannot be fulfilled. */
    record Rejected(Document page) implements Lookup {}

    /** There is no document. */
    record NotFound() implements Lookup {}

    /** Whether there is a document is not known yet, or it cannot be made at the moment. */
    record Unavailable() implements Lookup {}
}
