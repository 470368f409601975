package org.feedside.tools.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.PathText;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.Toml;
import org.feedside.base.toml.Value;
import org.feedside.built.BuiltFolder;
import org.feedside.config.SiteFolder;
import org.feedside.content.Yaml;

/** The files of a generator in a site's folder. A file with errors is noted and treated as missing. */
final class SiteFiles {
    private static final long MAX_BYTES = 1_000_000;

    private final Disk disk;
    private final Path folder;
    private final Set<String> notes = new LinkedHashSet<>();

    SiteFiles(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /** Returns notes about files that could not be read. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    boolean has(String name) {
        return isThere(name, false);
    }

    boolean hasFolder(String name) {
        return isThere(name, true);
    }

    /** Returns whether a folder holds a built site. */
    boolean hasPages(String folderName) {
        return PathText.resolve(folder, folderName)
                .flatMap(path -> BuiltFolder.open(disk, path))
                .filter(found -> !found.pages().files().isEmpty())
                .isPresent();
    }

    Optional<String> text(String name) {
        return PathText.resolve(folder, name).flatMap(file -> {
            var text = SiteFolder.text(disk, file, MAX_BYTES);
            note(name, text.problems());
            return text.value();
        });
    }

    /** Returns the keys of a TOML, YAML or JSON file. */
    Optional<Keys> keys(String name) {
        return text(name).flatMap(text -> keys(name, text));
    }

    /** Returns the keys of a text. The file name decides the format. */
    Optional<Keys> keys(String name, String text) {
        List<Diagnostic> problems = new ArrayList<>();
        // YAML does not allow tabs for indentation, but JSON does, and it is parsed as YAML.
        var table = name.endsWith(".toml")
                ? Toml.read(name, 1, text, problems)
                : Yaml.readLeniently(name, 1, name.endsWith("ml") ? text : text.replace('\t', ' '), problems);
        if (table.isEmpty()) {
            note(name, problems);
        }
        return table.map(Keys::new);
    }

    private boolean isThere(String name, boolean asFolder) {
        try {
            return disk.entry(folder.resolve(name))
                    .filter(e -> asFolder ? e.isFolder() : e.isFile())
                    .isPresent();
        } catch (IOException e) {
            notes.add("%s cannot be read (%s)".formatted(name, FailureReason.of(e)));
            return false;
        }
    }

    private void note(String name, List<Diagnostic> problems) {
        problems.stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .ifPresent(p -> notes.add(
                        "%s was skipped (line %d: %s)".formatted(name, p.place().line(), p.message())));
    }

    /** The keys of a table. A value of another type than requested counts as missing. */
    record Keys(Table table) {
        /** Returns a text that is not blank. */
        Optional<String> text(String path) {
            return value(path, String.class).map(String::strip).filter(text -> !text.isEmpty());
        }

        boolean isTrue(String path) {
            return value(path, Boolean.class).orElse(false);
        }

        boolean isFalse(String path) {
            return value(path, Boolean.class).filter(on -> !on).isPresent();
        }

        Optional<Long> number(String path) {
            return value(path, Long.class);
        }

        /** Returns the tables in an array. */
        List<Keys> list(String path) {
            return elements(path, Table.class).stream().map(Keys::new).toList();
        }

        /** Returns the elements of an array that have this type. */
        <T> List<T> elements(String path, Class<T> type) {
            return value(path, List.class).stream()
                    .flatMap(list -> ((List<?>) list).stream())
                    .map(element -> ((Value) element).content())
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        Optional<Keys> inner(String path) {
            return value(path, Table.class).map(Keys::new);
        }

        boolean has(String path) {
            return value(path, Object.class).isPresent();
        }

        /** Returns all texts of the table in order. */
        List<String> texts() {
            return table.keys().stream().flatMap(key -> text(key).stream()).toList();
        }

        /** Returns the value at a dotted path of keys, ignoring case. */
        private <T> Optional<T> value(String path, Class<T> type) {
            var dot = path.indexOf('.');
            if (dot >= 0) {
                return value(path.substring(0, dot), Table.class)
                        .flatMap(inner -> new Keys(inner).value(path.substring(dot + 1), type));
            }
            return table.keys().stream()
                    .filter(path::equalsIgnoreCase)
                    .findFirst()
                    .flatMap(table::value)
                    .map(Value::content)
                    .filter(type::isInstance)
                    .map(type::cast);
        }
    }
}
