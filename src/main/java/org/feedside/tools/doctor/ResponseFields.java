package org.feedside.tools.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fields of an answer's head, by their names in whatever letters. */
record ResponseFields(Map<String, List<String>> byName) {
    static final ResponseFields NONE = new ResponseFields(Map.of());

    ResponseFields {
        var lower = new TreeMap<String, List<String>>();
        byName.forEach((name, lines) -> lower.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                .addAll(lines));
        byName = Map.copyOf(lower);
    }

    /** The field's value, its lines joined as a list; empty if there is no such field, or nothing in it. */
    Optional<String> value(String name) {
        var lines = byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return Optional.of(String.join(", ", lines).strip()).filter(value -> !value.isEmpty());
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    /** The elements of a field that is a list, in small letters. */
    List<String> elements(String name) {
        return value(name)
                .map(value -> List.of(value.toLowerCase(Locale.ROOT).split("\\s*,\\s*")))
                .orElse(List.of());
    }
}
