package org.feedside.tools.doctor;

import java.util.Optional;

/** By what a reader asks whether a feed has changed, as it came (RFC 9110, section 8.8). */
record Validators(Optional<String> entityTag, Optional<String> lastModified) {
    static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    static Validators of(ResponseFields fields) {
        return new Validators(fields.value("ETag"), fields.value("Last-Modified"));
    }

    boolean isEmpty() {
        return entityTag.isEmpty() && lastModified.isEmpty();
    }

    boolean isWeak() {
        return entityTag.filter(tag -> tag.startsWith("W/")).isPresent();
    }

    /** What it consists of: the same words for all who have such, whatever the values. */
    String names() {
        if (entityTag.isPresent()) {
            return lastModified.isPresent() ? "tag and date" : "tag";
        }
        return "date";
    }
}
