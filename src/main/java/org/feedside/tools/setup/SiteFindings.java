package org.feedside.tools.setup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a site's folder says of the site.
 *
 * @param generator what makes the site, if that is known
 * @param facts by the keys of {@code feedside.toml}
 * @param notes what people must know besides
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
     * @param toml as it is written
     * @param source the file that says it
     */
    public record Fact(String toml, String source) {}

    /** Zola's own configuration says all that must be known. */
    public boolean isZola() {
        return generator.equals(Optional.of(ZOLA));
    }

    /** The keys of {@code [site]} that somebody must write. */
    public List<String> missing() {
        return REQUIRED.stream()
                .filter(key -> !isZola() && !facts.containsKey(key))
                .map(key -> key.substring(key.indexOf('.') + 1))
                .toList();
    }
}
