package org.feedside.base.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;

/** Reads text resources of the program. */
public final class TextResource {
    private TextResource() {}

    /** Returns the text of a resource in the package of a class. */
    public static String text(Class<?> owner, String name) {
        try (var stream = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the texts of a bundle in a language, or its own without a language; the machine's locale has no effect. */
    public static ResourceBundle bundle(String name, Locale language) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(name, language, control);
    }

    /** Returns the lines of a table in the package of a class, without comments and blank lines. */
    public static List<String> lines(Class<?> owner, String name) {
        return text(owner, name)
                .lines()
                .filter(line -> !line.startsWith("# ") && !line.isBlank())
                .toList();
    }
}
