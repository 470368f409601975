package org.feedside.markup.shortcodes;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A call of a shortcode.
 *
 * @param body the source of its body, if it has one
 */
record Call(String name, Map<String, String> arguments, Optional<String> body, String source) {
    /** Returns the name in lower case, without the path of its template. */
    String plainName() {
        var start = Math.max(name.lastIndexOf(':'), name.lastIndexOf('.')) + 1;
        return name.substring(start).toLowerCase(Locale.ROOT).replace('-', '_');
    }

    boolean hasBody(String text) {
        return body.filter(text::equals).isPresent();
    }

    /** Returns the first of these arguments that is present and not empty. */
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
