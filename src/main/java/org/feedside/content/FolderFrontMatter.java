package org.feedside.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.Toml;

/**
 * Splits a file into front matter and body as Hugo, Jekyll and Eleventy do: a line that consists only of a delimiter
 * opens the front matter, and the next such line closes it. A file may have no front matter.
 */
final class FolderFrontMatter {
    private static final Pattern OPENING = Pattern.compile(
            "\\A[\\s\\uFEFF]*(?:(\\+\\+\\+|---)([A-Za-z]*)[ \\t]*(?:\\r?\\n|\\z)|\\{(?=\\s*(?:\"|\\})))");
    private static final Pattern YAML_END = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*(?:\\r?\\n|\\z)");
    private static final Pattern TOML_END = Pattern.compile("(?m)^\\+\\+\\+[ \\t]*(?:\\r?\\n|\\z)");

    private FolderFrontMatter() {}

    /** Splits a text. Problems found later, when values are read, are added to {@code problems} too. */
    static Optional<FrontMatter> split(String file, String text, List<Diagnostic> problems) {
        var opening = OPENING.matcher(text);
        if (!opening.find()) {
            var noValues = new Table(Map.of(), Place.startOf(file), problems);
            return Optional.of(FrontMatter.of(noValues, text, 0));
        }
        var mark = opening.group(1);
        var language = mark == null ? "json" : opening.group(2);
        var isToml = "+++".equals(mark) || language.equals("toml");
        if (!language.isEmpty() && !language.equals("toml") && !language.equals("yaml")) {
            problems.add(Code.SYNTAX.error(
                    file,
                    "front matter in %s is not supported: write YAML between two --- lines, or TOML between two +++ lines"
                            .formatted(language.equals("json") ? "JSON" : language)));
            return Optional.empty();
        }
        var end = ("+++".equals(mark) ? TOML_END : YAML_END).matcher(text);
        if (!end.find(opening.end())) {
            problems.add(FrontMatter.notClosed(file, text, opening.start(1), mark));
            return Optional.empty();
        }
        var bounds = new FrontMatterBounds(opening.end(), end.start(), end.end());
        return FrontMatter.of(file, text, bounds, isToml ? Toml::read : Yaml::readLeniently, problems);
    }
}
