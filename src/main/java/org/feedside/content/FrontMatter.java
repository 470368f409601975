package org.feedside.content;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.Toml;

/** The front matter and the text of a file, split as Zola does (zola.md, section 2). */
record FrontMatter(Table values, FileText text) {
    /** Twenty times the size of a large front matter; the TOML parser needs seconds for malformed TOML of this size. */
    private static final int MAX_CHARACTERS = 100_000;

    private static final Pattern OPENING = Pattern.compile("\\A\\s*(\\+\\+\\+|---)[^\\S\\n]*(?:\\n|\\z)");

    /** Splits a text. Problems found later, when values are read, are added to {@code problems} too. */
    static Optional<FrontMatter> split(String file, String text, List<Diagnostic> problems) {
        var toml = FrontMatterBounds.ofToml(text);
        if (toml.isPresent()) {
            return of(file, text, toml.get(), Toml::read, problems);
        }
        var yaml = FrontMatterBounds.ofYaml(text);
        if (yaml.isPresent()) {
            return of(file, text, yaml.get(), Yaml::read, problems);
        }
        problems.add(missing(file, text));
        return Optional.empty();
    }

    FrontMatter with(Table others) {
        return new FrontMatter(others, text);
    }

    /** Parses front matter; {@code firstLine} is the line of the file at which it starts. */
    @FunctionalInterface
    interface Parser {
        Optional<Table> read(String file, int firstLine, String text, List<Diagnostic> problems);
    }

    static Optional<FrontMatter> of(
            String file, String text, FrontMatterBounds bounds, Parser parser, List<Diagnostic> problems) {
        var values = text.substring(bounds.valuesStart(), bounds.valuesEnd());
        if (values.length() > MAX_CHARACTERS) {
            problems.add(Code.TOO_LARGE.error(
                    file,
                    "the front matter has more than %d characters: move data that is not about the post to a data file"
                            .formatted(MAX_CHARACTERS)));
            return Optional.empty();
        }
        return parser.read(file, lineAt(text, bounds.valuesStart()), values, problems)
                .map(table -> of(table, text, bounds.bodyStart()));
    }

    static FrontMatter of(Table values, String text, int bodyStart) {
        return new FrontMatter(values, new FileText(text, bodyStart, lineAt(text, bodyStart)));
    }

    private static Diagnostic missing(String file, String text) {
        var opening = OPENING.matcher(text);
        if (opening.find()) {
            return notClosed(file, text, opening.start(1), opening.group(1));
        }
        return Code.SYNTAX.error(
                file,
                "there is no front matter: a page starts with a +++ line, keys such as title and date, and another +++ line");
    }

    /** The error for front matter whose opening mark is at {@code start}. */
    static Diagnostic notClosed(String file, String text, int start, String mark) {
        return Code.SYNTAX.error(
                new Place(file, lineAt(text, start), 1),
                "the front matter that opens here is not closed: close it with a %s line".formatted(mark));
    }

    private static int lineAt(String text, int offset) {
        var line = 1;
        for (int end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) {
            line++;
        }
        return line;
    }
}
