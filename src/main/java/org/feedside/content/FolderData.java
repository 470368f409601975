package org.feedside.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.toml.Table;
import org.feedside.config.Defaults;
import org.feedside.config.Glob;

/** Front matter for several files: Eleventy's data files and Hugo's {@code cascade}. */
final class FolderData {
    private static final Pattern NAME =
            Pattern.compile("(?<name>[^/]+?)(?:\\.11tydata\\.(?:json|js|cjs|mjs)|(?<plain>\\.json))");

    /** What a program may say that decides whether, where and when a page is published. */
    private static final Pattern DECISIVE = Pattern.compile("permalink|[eE]xclude|draft|date|import|require|\\.\\.\\.");

    private FolderData() {}

    /** Returns whether Eleventy reads a file as the data of its folder or of a page. */
    static boolean isOne(SourcePath path, String root) {
        var match = NAME.matcher(path.fileName());
        // At the top there are other files of JSON, such as package.json.
        return match.matches()
                && (match.group("plain") == null
                        || !path.folder().isEmpty()
                        || isOfFolder(path, match.group("name"), root));
    }

    private static boolean isOfFolder(SourcePath path, String name, String root) {
        var folders = path.folders();
        return name.equals(folders.isEmpty() ? root : folders.get(folders.size() - 1));
    }

    /** Reads a data file. Data that cannot be read are unknown data, so that nothing is published by mistake. */
    static Section read(SourcePath path, String file, String root, String text) {
        var match = NAME.matcher(path.fileName());
        var name = match.matches() ? match.group("name") : "";
        var scope = isOfFolder(path, name, root) ? path.folder() : (path.folder() + "/" + name).replaceFirst("^/", "");
        var none = new Table(Map.of(), Place.startOf(file), List.of());
        var values = path.path().endsWith(".json")
                ? Yaml.read(file, 1, text.replace('\t', ' '), new ArrayList<Diagnostic>())
                : Optional.of(none).filter(table -> !DECISIVE.matcher(text).find());
        var data = new Defaults(scope, Optional.empty(), values.orElse(none), values.isPresent());
        return Section.ofData(
                path, file, FrontMatter.of(none, text, text.length()).text(), List.of(data));
    }

    /** Returns what {@code cascade} in the front matter of a section says: one table, or several with targets. */
    static List<Defaults> cascade(SourcePath path, FolderKeys keys) {
        return keys.find("cascade").stream()
                .flatMap(found -> found.elements().stream())
                .flatMap(element -> element.content() instanceof Table table
                        ? cascade(path.folder(), table).stream()
                        : Optional.<Defaults>empty().stream())
                .toList();
    }

    private static Optional<Defaults> cascade(String folder, Table table) {
        var keys = new FolderKeys(table);
        var target = keys.table("target").or(() -> keys.table("_target"));
        var kind = target.flatMap(t -> t.text("kind")).orElse("page");
        var glob = target.flatMap(t -> t.text("path")).flatMap(Glob::parse);
        var isKnown = target.stream()
                .flatMap(t -> t.values().keys().stream())
                .allMatch(key -> key.equals("path") || key.equals("kind"));
        return kind.contains("page") ? Optional.of(new Defaults(folder, glob, table, isKnown)) : Optional.empty();
    }
}
