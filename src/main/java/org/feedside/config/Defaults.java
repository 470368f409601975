package org.feedside.config;

import java.util.Optional;
import org.feedside.base.toml.Table;

/**
 * Front matter that the files at a path have unless they say otherwise, as in Jekyll's {@code defaults}, Hugo's
 * {@code cascade} and Eleventy's data files.
 *
 * @param path a folder below that of the posts, or a file without its ending; empty for all files
 * @param glob restricts the paths below, with a leading slash
 * @param isKnown false if only the generator can tell the values; then the files are left out
 */
public record Defaults(String path, Optional<Glob> glob, Table values, boolean isKnown) {
    public Defaults(String path, Table values) {
        this(path, path.contains("*") ? Glob.parse("/" + path) : Optional.empty(), values, true);
    }

    public boolean appliesTo(String file) {
        var isBelow = path.isEmpty()
                || path.contains("*")
                || file.startsWith(path + "/")
                || file.startsWith(path + ".")
                || file.equals(path);
        return isBelow && glob.filter(g -> !g.matches("/" + file)).isEmpty();
    }
}
