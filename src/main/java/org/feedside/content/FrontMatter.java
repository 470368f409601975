package org.feedside.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.Toml;

/**
 * The two halves of a file, parted as Zola parts them (zola.md, section 2).
 *
 * @param values the front matter's keys
 */
record FrontMatter(Table values, FileText text) {
    /** Twenty times what a person writes; malformed TOML of this size takes tomlj some seconds. */
    private static final int MOST_CHARACTERS = 100_000;

    private static final Pattern OPENING = Pattern.compile("\\A\\s*(\\+\\+\\+|---)[^\\S\\n]*(?:\\n|\\z)");

    /** Parts a text; {@code problems} of later reads of the values go to the list that is given here. */
    static Optional<FrontMatter> split(String file, String text, List<Diagnostic> problems) {
        var toml = FrontMatterBounds.of(text, "+++");
        if (toml.isPresent()) {
            return of(file, text, toml.get(), Toml::read, problems);
        }
        var yaml = FrontMatterBounds.of(text, "---");
        if (yaml.isPresent()) {
            return of(file, text, yaml.get(), Yaml::read, problems);
        }
        problems.add(missing(file, text));
        return Optional.empty();
    }

    /** Reads the keys of front matter: its file, the line at which it starts, its text, and where problems are noted. */
    @FunctionalInterface
    private interface Reader {
        Optional<Table> read(String file, int firstLine, String text, List<Diagnostic> problems);
    }

    private static Optional<FrontMatter> of(
            String file, String text, FrontMatterBounds halves, Reader reader, List<Diagnostic> problems) {
        var values = text.substring(halves.valuesStart(), halves.valuesEnd());
        if (isTooLarge(file, values, problems)) {
            return Optional.empty();
        }
        return reader.read(file, lineAt(text, halves.valuesStart()), values, problems)
                .map(table -> of(table, text, halves.bodyStart()));
    }

    /** Whether it is more than any generator's front matter, which is noted. */
    static boolean isTooLarge(String file, String values, List<Diagnostic> problems) {
        if (values.length() <= MOST_CHARACTERS) {
            return false;
        }
        problems.add(Diagnostic.error(
                Place.startOf(file),
                "the front matter has more than %d characters: put what is not about the post into a file of data"
                        .formatted(MOST_CHARACTERS)));
        return true;
    }

    static FrontMatter of(Table values, String text, int bodyStart) {
        return new FrontMatter(values, new FileText(text, bodyStart, lineAt(text, bodyStart)));
    }

    private static Diagnostic missing(String file, String text) {
        var opening = OPENING.matcher(text);
        if (opening.find()) {
            var mark = opening.group(1);
            var place = new Place(file, lineAt(text, opening.start(1)), 1);
            return Diagnostic.error(
                    place,
                    "the front matter that opens here is not closed: put %s on a line of its own after it"
                            .formatted(mark));
        }
        return Diagnostic.error(
                Place.startOf(file),
                "there is no front matter: a page starts with a line +++, keys such as title and date, and a line +++");
    }

    static int lineAt(String text, int offset) {
        var line = 1;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** Reads a file whose problems are collected while its keys are read. */
    static <T> Parsed<T> read(String file, String text, Function<FrontMatter, T> reader) {
        List<Diagnostic> problems = new ArrayList<>();
        var value = split(file, text, problems).map(reader);
        return value.isEmpty() ? Parsed.failed(problems) : Parsed.unlessErrors(value.get(), problems);
    }
}
