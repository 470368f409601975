package org.feedside.tools.doctor;

import java.util.Optional;

/** The validators of a response (RFC 9110, section 8.8). */
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

    /** Returns which validators there are: the same text for all with the same kinds. */
    String names() {
        if (entityTag.isPresent()) {
            return lastModified.isPresent() ? "tag and date" : "tag";
        }
        return "date";
    }
}
