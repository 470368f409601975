package org.feedside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.testing.Words;
import org.junit.jupiter.api.Test;

/**
 * Citations of the documents in src/docs, such as "zola.md, section 12, item 8", and relative links in Markdown: what they
 * name must exist.
 *
 * <p>A name counts as a citation if it is that of a document, or if a section, rule or item follows it. Other names, such as
 * {@code hello.md}, are posts of the tests.
 */
class DocsTest {
    private static final Path DOCS = Path.of("src/docs");
    private static final List<Path> ROOTS =
            List.of(Path.of("src"), Path.of(".ci"), Path.of("README.md"), Path.of("pom.xml"));

    /** The documents that must exist if a text names them; others in the folder count too. */
    private static final Set<String> NAMES = Set.copyOf(Words.of("""
            architecture changelog moving-in operating other-generators pages publishing servers settings speed testing zola
            """));

    private static final String NUMBER = "\\d+(?:\\.\\d+)*";
    private static final String PART =
            "(?:(?:section|rule|item)\\s+%1$s|(?:sections|rules|items)\\s+%1$s(?:(?:,?\\s+and\\s+|,\\s+|\\s+to\\s+)%1$s)*)"
                    .formatted(NUMBER);
    private static final String PARTS = "(" + PART + "(?:(?:,?\\s+and\\s+|,\\s+)" + PART + ")*)";
    private static final String NAME = "([a-z][a-z0-9-]*)\\.md\\b";

    /** "zola.md, section 3", with the name as code or as the text of a link too. */
    private static final Pattern NAME_FIRST =
            Pattern.compile("(?<![\\w./-])(?:src/docs/)?" + NAME + "`?(?:]\\([^)\\s]*\\))?(?:,? " + PARTS + ")?");

    /** "section 3 of zola.md". */
    private static final Pattern PARTS_FIRST = Pattern.compile(PARTS + " (?:of|in) [`\\[]?" + NAME);

    /** A section or rule of the document itself. */
    private static final Pattern OWN_PARTS = Pattern.compile("\\b(?=section|rule)" + PARTS);

    /** What stands before the section of another text: its name, such as "zola.md, " or "RFC 9110, ". */
    private static final Pattern OTHER_TEXT =
            Pattern.compile("(?:\\.md\\S*|RFC \\d+),? $|\\b[A-Z][\\w.]*(?: [\\d.]+)?, $");

    private static final Pattern ONE_PART =
            Pattern.compile("(section|rule|item)s? (" + NUMBER + "[^a-z]*(?:(?:and|to) " + NUMBER + "[^a-z]*)*)");
    private static final Pattern RANGE = Pattern.compile("(?<![\\d.])(\\d+) to (\\d+)(?!\\.?\\d)");

    /** What separates two words of a comment when a line ends between them. */
    private static final Pattern LINE_END = Pattern.compile("\\s*\\R\\s*(?:\\*(?!/)|//+|#+|>)?\\s*");

    /** The longest citation, in characters with its line ends. */
    private static final int MAX_CITATION = 200;

    private static final Pattern FENCED = Pattern.compile("(?ms)^ *(```|~~~).*?^ *\\1 *$");
    private static final Pattern CODE = Pattern.compile("(`+)(?!`).+?(?<!`)\\1(?!`)", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*?)[ #]*");
    private static final Pattern SECTION = Pattern.compile("(" + NUMBER + ")\\.? .*");
    private static final Pattern ITEM = Pattern.compile("(\\d+)\\. .*");
    private static final Pattern LINK = Pattern.compile(
            "]\\(\\s*<?([^)\\s>]+)|^ {0,3}\\[[^\\]^][^\\]]*]:\\s+<?([^\\s>]+)|\\b(?:src|href)=\"([^\"]+)\"",
            Pattern.MULTILINE);
    private static final Pattern ANCHOR = Pattern.compile("\\b(?:id|name)=\"([^\"]+)\"");
    private static final Pattern ABSOLUTE = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//).*");

    /**
     * What can be cited of a document.
     *
     * @param items the numbers of the items in each section's list
     * @param rules the section whose items are rules: its heading says so
     * @param anchors as GitHub makes them of headings
     */
    private record Document(Set<String> sections, Map<String, Set<String>> items, String rules, Set<String> anchors) {
        static Document of(String markdown) {
            var text = FENCED.matcher(markdown).replaceAll("");
            var sections = new HashSet<String>();
            var items = new HashMap<String, Set<String>>();
            var anchors = new HashSet<String>();
            var rules = "none";
            var current = "";
            for (var line : text.lines().toList()) {
                var heading = HEADING.matcher(line);
                var item = ITEM.matcher(line);
                if (heading.matches()) {
                    var title = heading.group(1);
                    addAnchor(title, anchors);
                    var section = SECTION.matcher(title);
                    if (section.matches()) {
                        current = section.group(1);
                        assertThat(sections.add(current))
                                .as("section %s is there once", current)
                                .isTrue();
                        rules = title.matches(".*\\b[Rr]ules\\b.*") && rules.equals("none") ? current : rules;
                    }
                } else if (item.matches()) {
                    items.computeIfAbsent(current, key -> new HashSet<>()).add(item.group(1));
                }
            }
            ANCHOR.matcher(text).results().forEach(anchor -> anchors.add(anchor.group(1)));
            return new Document(sections, items, rules, anchors);
        }

        private static void addAnchor(String title, Set<String> anchors) {
            var words = title.replaceAll("]\\([^)]*\\)", "").toLowerCase(Locale.ROOT);
            var anchor = words.replaceAll("[^\\p{L}\\p{N}\\p{M}_ -]", "").replace(' ', '-');
            var unique = anchor;
            for (int i = 1; !anchors.add(unique); i++) {
                unique = anchor + "-" + i;
            }
        }

        /** The parts, such as "section 12, item 8", that the document does not have. */
        List<String> missing(String parts) {
            var missing = new ArrayList<String>();
            var section = "";
            var part = ONE_PART.matcher(parts);
            while (part.find()) {
                var kind = part.group(1);
                for (var number : numbers(part.group(2))) {
                    section = kind.equals("section") ? number : section;
                    if (!has(kind, section, number)) {
                        missing.add(kind + " " + number + (kind.equals("item") ? " in section " + section : ""));
                    }
                }
            }
            return missing;
        }

        private static List<String> numbers(String list) {
            var numbers = new ArrayList<String>();
            Pattern.compile(NUMBER).matcher(list).results().forEach(number -> numbers.add(number.group()));
            RANGE.matcher(list).results().forEach(range -> {
                for (int i = Integer.parseInt(range.group(1)) + 1; i < Integer.parseInt(range.group(2)); i++) {
                    numbers.add(Integer.toString(i));
                }
            });
            return numbers;
        }

        private boolean has(String kind, String section, String number) {
            if (kind.equals("section")) {
                return sections.contains(number);
            }
            return items.getOrDefault(kind.equals("rule") ? rules : section, Set.of())
                    .contains(number);
        }
    }

    @Test
    void every_cited_section_exists() throws IOException {
        var documents = documents();
        var problems = new ArrayList<String>();

        for (var file : files()) {
            problems.addAll(wrongCitations(file.toString(), text(file), documents));
        }
        for (var name : documents.keySet()) {
            var file = DOCS.resolve(name + ".md");
            problems.addAll(wrongOwnSections(file.toString(), Files.readString(file), documents.get(name)));
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void every_relative_link_leads_to_a_file_and_a_heading() throws IOException {
        var problems = new ArrayList<String>();

        for (var file : markdown()) {
            problems.addAll(wrongLinks(file));
        }

        assertThat(problems).isEmpty();
    }

    // The names are in two parts, so that the test above does not find these citations.
    @Test
    void a_wrong_citation_is_reported_with_its_line() {
        var document = Document.of("""
                # Title
                ## 0. The rules
                1. One rule.
                ## 1. First
                1. One item.
                ```
                2. Code.
                ```
                ### 1.1 Part
                ## 2. Second
                """);
        var text = """
                (NAME, sections 1.1 and 2; NAME, rule 1) NAME, section 1, item 1, a post hello.md
                NAME, section 3
                /** See NAME,
                 * section 1.2. */
                NAME, sections 1 and 4 and rule 2
                NAME, section 1, item 2, and section 2, item 1
                NAME, sections 0 to 4; section 5 of NAME
                NONE, section 1; [`NAME`](src/docs/NAME), section 6
                """.replace("NAME", "zola" + ".md").replace("NONE", "none" + ".md");

        var problems = wrongCitations("File", text, Map.of("zola", document));

        var zola = "src/docs/zola" + ".md has no ";
        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "File:2: " + zola + "section 3",
                        "File:3: " + zola + "section 1.2",
                        "File:5: " + zola + "section 4",
                        "File:5: " + zola + "rule 2",
                        "File:6: " + zola + "item 2 in section 1",
                        "File:6: " + zola + "item 1 in section 2",
                        "File:7: " + zola + "section 3",
                        "File:7: " + zola + "section 4",
                        "File:7: " + zola + "section 5",
                        "File:8: src/docs/none" + ".md is missing",
                        "File:8: " + zola + "section 6");
    }

    @Test
    void a_document_that_names_a_section_that_it_does_not_have_is_reported() {
        var text = """
                ## 0. Rules
                1. See rule 1, section 0 and section
                   0.1. RFC 9110, section 15; WebSub, section 4; section 9
                   of RFC 5005
                   (rule 2) `section 3`
                """;

        var problems = wrongOwnSections("File", text, Document.of(text));

        assertThat(problems).containsExactly("File:2: there is no section 0.1", "File:5: there is no rule 2");
    }

    /** What is wrong with the citations of documents in a text. */
    private static List<String> wrongCitations(String file, String text, Map<String, Document> documents) {
        var problems = new ArrayList<String>();
        var names = Pattern.compile(NAME).matcher(text);
        while (names.find()) {
            var line = lineAt(text, names.start());
            var before = oneLine(text.substring(Math.max(0, names.start() - MAX_CITATION), names.start()));
            var after = oneLine(text.substring(names.start(), Math.min(text.length(), names.end() + MAX_CITATION)));
            for (var wrong : wrongParts(before, after, documents)) {
                problems.add(file + ":" + line + ": " + wrong);
            }
        }
        return problems;
    }

    /** What is wrong with the citation whose name starts between two texts; nothing if it is none. */
    private static List<String> wrongParts(String before, String after, Map<String, Document> documents) {
        var whole = before + after;
        var first = NAME_FIRST.matcher(whole);
        var parts = new ArrayList<String>();
        var name = "";
        while (first.find()) {
            if (first.start(1) == before.length()) {
                name = first.group(1);
                Stream.ofNullable(first.group(2)).forEach(parts::add);
            }
        }
        var last = PARTS_FIRST.matcher(whole);
        while (last.find()) {
            if (last.start(2) == before.length()) {
                name = last.group(2);
                parts.add(last.group(1));
            }
        }
        if (name.isEmpty() || (parts.isEmpty() && !NAMES.contains(name) && !documents.containsKey(name))) {
            return List.of();
        }
        var path = DOCS + "/" + name + ".md";
        var document = documents.get(name);
        if (document == null) {
            return List.of(path + " is missing");
        }
        return parts.stream()
                .flatMap(cited -> document.missing(cited).stream())
                .map(missing -> path + " has no " + missing)
                .toList();
    }

    /** A document with numbered sections cites them, and its rules, without its own name: "section 3". Code is skipped. */
    private static List<String> wrongOwnSections(String file, String markdown, Document document) {
        var text = document.sections().isEmpty() ? "" : withoutCode(markdown);
        var problems = new ArrayList<String>();
        var own = OWN_PARTS.matcher(text);
        while (own.find()) {
            var before = oneLine(text.substring(Math.max(0, own.start() - MAX_CITATION), own.start()));
            var after = oneLine(text.substring(own.end(), Math.min(text.length(), own.end() + MAX_CITATION)));
            if (!OTHER_TEXT.matcher(before).find() && !after.startsWith(" of ")) {
                for (var missing : document.missing(oneLine(own.group(1)))) {
                    problems.add(file + ":" + lineAt(text, own.start()) + ": there is no " + missing);
                }
            }
        }
        return problems;
    }

    /** Joins lines, without the signs of comments before them. */
    private static String oneLine(String text) {
        return LINE_END.matcher(text).replaceAll(" ");
    }

    private static List<String> wrongLinks(Path file) throws IOException {
        var text = withoutCode(Files.readString(file));
        var problems = new ArrayList<String>();
        var links = LINK.matcher(text);
        while (links.find()) {
            var link = Stream.of(1, 2, 3)
                    .map(links::group)
                    .filter(group -> group != null)
                    .findFirst()
                    .orElseThrow();
            if (!ABSOLUTE.matcher(link).matches() && !leadsSomewhere(file, link)) {
                problems.add(file + ":" + lineAt(text, links.start()) + ": the link " + link + " leads nowhere");
            }
        }
        return problems;
    }

    private static boolean leadsSomewhere(Path file, String link) throws IOException {
        var hash = link.indexOf('#');
        var path = URLDecoder.decode(hash < 0 ? link : link.substring(0, hash), StandardCharsets.UTF_8);
        var target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        if (path.startsWith("/") || target.startsWith("..") || !Files.exists(target)) {
            return false;
        }
        return hash < 0
                || !target.toString().endsWith(".md")
                || Document.of(Files.readString(target)).anchors().contains(link.substring(hash + 1));
    }

    /** The text with spaces for code, so that lines keep their numbers. */
    private static String withoutCode(String markdown) {
        var text = FENCED.matcher(markdown).replaceAll(code -> blank(code.group()));
        return CODE.matcher(text).replaceAll(code -> blank(code.group()));
    }

    private static String blank(String text) {
        return text.replaceAll("[^\\n]", " ");
    }

    private static long lineAt(String text, int offset) {
        return text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }

    private static Map<String, Document> documents() throws IOException {
        var documents = new TreeMap<String, Document>();
        for (var file : filesBelow(DOCS)) {
            var name = String.valueOf(file.getFileName());
            if (name.endsWith(".md")) {
                documents.put(name.substring(0, name.length() - 3), Document.of(Files.readString(file)));
            }
        }
        return documents;
    }

    private static List<Path> markdown() throws IOException {
        return Stream.concat(Stream.of(Path.of("README.md")), filesBelow(DOCS).stream())
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
    }

    private static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (var root : ROOTS) {
            files.addAll(filesBelow(root));
        }
        return files;
    }

    private static List<Path> filesBelow(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Empty for a file that is not text, such as a picture. */
    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            return "";
        }
    }
}
