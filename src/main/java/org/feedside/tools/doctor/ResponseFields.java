package org.feedside.tools.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The header fields of a response. Names are case-insensitive. */
record ResponseFields(Map<String, List<String>> byName) {
    ResponseFields {
        var lower = new TreeMap<String, List<String>>();
        byName.forEach((name, lines) -> lower.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                .addAll(lines));
        byName = Map.copyOf(lower);
    }

    /** Returns the field's value with its lines joined by commas; empty if it is missing or blank. */
    Optional<String> value(String name) {
        var lines = byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return Optional.of(String.join(", ", lines).strip()).filter(value -> !value.isEmpty());
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    /** Returns the elements of a list field in lower case. */
    List<String> elements(String name) {
        return value(name)
                .map(value -> List.of(value.toLowerCase(Locale.ROOT).split("\\s*,\\s*")))
                .orElse(List.of());
    }
}
