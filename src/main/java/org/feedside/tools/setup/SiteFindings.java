package org.feedside.tools.setup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.toml.TomlText;

/**
 * What was found out about a site.
 *
 * @param generator the generator, if it is known
 * @param facts values by the keys of {@code feedside.toml}
 * @param notes what the operator must know besides
 */
public record SiteFindings(Optional<String> generator, Map<String, Fact> facts, List<String> notes) {
    static final String ZOLA = "Zola";

    private static final List<String> REQUIRED = List.of("site.base_url", "site.title");

    public SiteFindings {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        notes = List.copyOf(notes);
    }

    /**
     * The value of a key.
     *
     * @param toml the value as TOML
     * @param source the file that it comes from
     */
    public record Fact(String toml, String source) {}

    /** Returns these findings with one more value. */
    public SiteFindings with(String key, String text, String source) {
        var all = new LinkedHashMap<>(facts);
        all.put(key, new Fact(TomlText.quoted(text), source));
        return new SiteFindings(generator, all, notes);
    }

    /** Zola's own configuration contains everything that is required. */
    public boolean isZola() {
        return generator.equals(Optional.of(ZOLA));
    }

    /** Returns the keys of {@code [site]} that the operator must write. */
    public List<String> missing() {
        return REQUIRED.stream()
                .filter(key -> !isZola() && !facts.containsKey(key))
                .map(key -> key.substring(key.indexOf('.') + 1))
                .toList();
    }
}
