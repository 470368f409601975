package org.feedside.base.toml;

import org.feedside.base.diagnostics.Place;

/**
 * A value and the place of its key.
 *
 * @param content a String, Long, Double, Boolean, {@link Timestamp}, {@link ControlText}, List of values or {@link Table}
 */
public record Value(Object content, Place place) {
    /** The name of the value's type, for messages. */
    String typeName() {
        if (content instanceof String) {
            return "a string";
        } else if (content instanceof Long || content instanceof Double) {
            return "a number";
        } else if (content instanceof Boolean) {
            return "true or false";
        } else if (content instanceof Timestamp) {
            return "a date";
        } else if (content instanceof Table) {
            return "a table";
        } else if (content instanceof ControlText text) {
            return text.typeName();
        }
        return "an array";
    }
}
