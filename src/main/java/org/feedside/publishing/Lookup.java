package org.feedside.publishing;

/** The result of looking up a path. */
public sealed interface Lookup {
    /** A document. */
    record Found(Document document) implements Lookup {}

    /** The document has another path: a permanent redirect. */
    record Moved(String path) implements Lookup {}

    /** The page has another path: it is the result of a form, or the same path with or without a final slash. */
    record SeeOther(String path) implements Lookup {}

    /** The form again, with the reason why the request cannot be fulfilled. */
    record Rejected(Document page) implements Lookup {}

    /** There is no document. */
    record NotFound() implements Lookup {}

    /** It is not known yet whether there is a document, or the document cannot be made at the moment. */
    record Unavailable() implements Lookup {}
}
