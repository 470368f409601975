package org.feedside.markup.shortcodes;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A call of a shortcode.
 *
 * @param text the text that contains it
 * @param tag its only tag, or the one before its body
 * @param closing the tag after its body, if it has one
 */
record Call(String text, Tag tag, Optional<Tag> closing) {
    String name() {
        return tag.name();
    }

    Map<String, String> arguments() {
        return tag.arguments();
    }

    /** Returns the source of its body, if it has one. It is copied only when needed: calls may be nested deeply. */
    Optional<String> body() {
        return closing.map(end -> text.substring(tag.end(), end.start()));
    }

    String source() {
        return text.substring(tag.start(), closing.orElse(tag).end());
    }

    /** Returns the name in lower case, without the path of its template. */
    String plainName() {
        var start = Math.max(name().lastIndexOf(':'), name().lastIndexOf('.')) + 1;
        return name().substring(start).toLowerCase(Locale.ROOT).replace('-', '_');
    }

    boolean hasBody(String other) {
        return body().filter(other::equals).isPresent();
    }

    /** Returns the first of these arguments that is present and not empty. */
    Optional<String> argument(String... names) {
        for (var candidate : names) {
            var value = arguments().getOrDefault(candidate, "");
            if (!value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }
}
