package org.feedside.markup.shortcodes;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One use of a shortcode.
 *
 * @param body the source of its body, if it has one
 */
record Call(String name, Map<String, String> arguments, Optional<String> body, String source) {
    /** The name without the names of the templates it lies in, in small letters. */
    String plainName() {
        var start = Math.max(name.lastIndexOf(':'), name.lastIndexOf('.')) + 1;
        return name.substring(start).toLowerCase(Locale.ROOT).replace('-', '_');
    }

    boolean hasBody(String text) {
        return body.filter(text::equals).isPresent();
    }

    /** The first of these arguments that is there and not empty. */
    Optional<String> argument(String... names) {
        for (var candidate : names) {
            var value = arguments.getOrDefault(candidate, "");
            if (!value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }
}
