import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the files of the package that are generated: the Java runtime, brotli's native library, the completion scripts, the
 * sources of the manual pages and the changelog. Run it in the top folder, after the jar was built, with picocli's generator
 * of manual pages and the program on the class path: {@code java PackageFiles.java FOLDER VERSION TIME}
 */
final class PackageFiles {
    /**
     * The modules that jdeps finds in the jar, and three that it cannot find: jdk.crypto.ec (elliptic curves of https),
     * jdk.unsupported (sun.misc.Unsafe) and jdk.management (the system's MXBean). Left out are modules that no command
     * needs: java.compiler (annotations), java.desktop (beans of databind, a leak preventer of Jetty) and
     * java.security.jgss (login modules of Jetty).
     */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.sql",
            "java.xml",
            "jdk.crypto.ec",
            "jdk.management",
            "jdk.unsupported");

    private static final Path JDK = Path.of(System.getProperty("java.home"));

    /** The first version with long-term support whose archive of classes also has links between them. */
    private static final int FAST_VERSION = 25;

    /** Debian's folder of JDKs. */
    private static final Path JDKS = Path.of("/usr/lib/jvm");

    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");
    private static final Path JAR = Path.of("target/feedside.jar");
    private static final Path SOURCE = Path.of("src/deb");
    private static final Path CHANGELOG = Path.of("src/docs/changelog.md");
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    /** The names of the processor architectures in {@code os.arch} and in the paths of brotli4j's libraries. */
    private static final Map<String, String> ARCHITECTURES = Map.of("amd64", "x86_64", "aarch64", "aarch64");

    private final Path folder;

    private PackageFiles(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var files = new PackageFiles(Path.of(arguments[0]));
        files.empty();
        files.runtime();
        files.brotli();
        files.completions();
        files.manual();
        Files.writeString(
                files.folder.resolve("changelog"),
                Changelog.text(Files.readString(CHANGELOG), arguments[1], OffsetDateTime.parse(arguments[2])));
    }

    private void empty() throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /** Makes the runtime from the newest JDK that can be found, whatever JDK built the program. */
    private void runtime() throws IOException, InterruptedException {
        var jdk = JDK;
        try (var others = Files.exists(JDKS) ? Files.list(JDKS) : Stream.<Path>empty()) {
            for (var other : others.sorted().toList()) {
                jdk = version(other) > version(jdk) ? other : jdk;
            }
        }
        System.out.printf("Java runtime of the package: %s%n", jdk);
        if (version(jdk) < FAST_VERSION) {
            System.out.printf(
                    "Install JDK %d in %s for commands and a service that start faster.%n", FAST_VERSION, JDKS);
        }
        run(
                jdk.resolve("bin/jlink"),
                "--add-modules",
                String.join(",", MODULES),
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                folder.resolve("runtime"));
    }

    /** Returns the feature version of a JDK; 0 if there is none, or if it cannot make runtimes. */
    private static int version(Path jdk) throws IOException {
        var release = jdk.resolve("release");
        var isComplete = Files.exists(release) && Files.exists(jdk.resolve("bin/jlink"));
        var version = VERSION.matcher(isComplete ? Files.readString(release) : "");
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    private void brotli() throws IOException {
        var library = "lib/linux-%s/libbrotli.so".formatted(ARCHITECTURES.get(System.getProperty("os.arch")));
        try (var jar = FileSystems.newFileSystem(JAR)) {
            Files.copy(jar.getPath(library), folder.resolve("libbrotli.so"));
        }
    }

    private void completions() throws IOException, InterruptedException {
        for (var shell : SHELLS) {
            Files.writeString(
                    folder.resolve("completion." + shell),
                    run(JDK.resolve("bin/java"), "-jar", JAR, "completion", shell));
        }
    }

    /** Writes the manual pages as AsciiDoc; a Maven plugin converts them. */
    private void manual() throws IOException, InterruptedException {
        var pages = folder.resolve("manual");
        run(
                JDK.resolve("bin/java"),
                "-cp",
                System.getProperty("java.class.path"),
                "picocli.codegen.docgen.manpage.ManPageGenerator",
                "--outdir",
                pages,
                "org.feedside.cli.Feedside");
        try (var all = Files.list(pages)) {
            for (var page : all.toList()) {
                Files.writeString(page, ManualPage.completed(page, SOURCE.resolve("manual")));
            }
        }
        var site = Files.createDirectory(folder.resolve("empty-site"));
        run(JDK.resolve("bin/java"), "-jar", JAR, "init", site);
        Files.copy(SOURCE.resolve("manual/feedside.toml.adoc"), pages.resolve("feedside.toml.adoc"));
        // The plugin does not convert a file whose name begins with an underscore.
        Files.writeString(
                pages.resolve("_settings.adoc"),
                SettingsPage.sections(Files.readString(site.resolve("feedside.toml"))));
    }

    /** Returns what a command prints on standard output. */
    private static String run(Object... command) throws IOException, InterruptedException {
        var words = Stream.of(command).map(Object::toString).toList();
        var process = new ProcessBuilder(words).redirectError(Redirect.INHERIT).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("%s failed with exit code %d:%n%s".formatted(words, process.exitValue(), output));
        }
        return output;
    }

    /** Completes the pages of commands that picocli generates. */
    private static final class ManualPage {
        private static final String FOOTER = "// tag::picocli-generated-man-section-footer[]\n";

        /** Returns a page with conventional section names and the sections that picocli does not generate. */
        static String completed(Path page, Path sections) throws IOException {
            var command =
                    page.getFileName().toString().replaceFirst("^feedside-", "").replaceFirst("\\.adoc$", "");
            var text = Files.readString(page)
                    .replaceFirst("(?m)(?<=exit-status\\[]\n)==.*", "== Exit status")
                    .replaceFirst("(?m)(?<=tag::picocli-generated-man-section-footer\\[]\n)==.*", "== Examples");
            var more = section("Environment", sections.resolve("environment.adoc"), command)
                    + section("Files", sections.resolve("files.adoc"), command);
            if (!text.contains(FOOTER)) {
                throw new IOException(page + " has no footer, before which these sections belong: " + more);
            }
            return text.replace(FOOTER, more + FOOTER) + "\n== See also\n\n" + seeAlso(command) + "\n";
        }

        /** Returns the entries of a file that belong to a command; each begins with a comment that lists its commands. */
        private static String section(String title, Path file, String command) throws IOException {
            var entries = new StringBuilder();
            for (var entry : Files.readString(file).split("\n\n")) {
                var lines = entry.split("\n", 2);
                if (List.of(lines[0].split(" ")).contains(command)) {
                    entries.append(lines[1].strip()).append("\n\n");
                }
            }
            return "== " + title + "\n\n" + entries;
        }

        private static String seeAlso(String command) {
            var settings = "*feedside.toml*(5)";
            return command.equals("feedside") ? settings : "*feedside*(1), " + settings;
        }
    }

    /** Generates the sections of feedside.toml(5) from the file that `feedside init` writes. */
    private static final class SettingsPage {
        private static final Pattern TABLE = Pattern.compile("#?(\\[[\\w.]+])");
        private static final Pattern KEY = Pattern.compile("#?(\\w+) = .*");

        static String sections(String file) {
            // The first paragraph is about the file itself.
            return "== Settings\n\n"
                    + Stream.of(file.split("\n\n+"))
                            .skip(1)
                            .map(SettingsPage::section)
                            .collect(Collectors.joining("\n"));
        }

        /** A paragraph of the file: a comment, then a table, keys, or both. */
        private static String section(String paragraph) {
            var comment = new ArrayList<String>();
            var tables = new ArrayList<String>();
            var keys = new ArrayList<String>();
            var settings = new ArrayList<String>();
            for (var line : paragraph.lines().toList()) {
                var table = TABLE.matcher(line);
                var key = KEY.matcher(line);
                if (table.matches()) {
                    tables.add(table.group(1));
                } else if (key.matches()) {
                    keys.add("*" + key.group(1) + "*");
                    settings.add(line.replaceFirst("^#", ""));
                } else {
                    comment.add(line.replaceFirst("^# ?", ""));
                }
            }
            var isTable = !tables.isEmpty();
            var head = isTable ? "=== " + tables.get(0) + "\n\n" : String.join(", ", keys) + "::\n";
            var lines = "....\n" + String.join("\n", settings) + "\n....\n";
            return head + String.join("\n", comment) + "\n"
                    + (settings.isEmpty() ? "" : (isTable ? "\n" : "+\n") + lines);
        }
    }

    /** Writes the changelog in Debian's format. */
    private static final class Changelog {
        private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
        private static final Pattern LINE = Pattern.compile("(\\S.{0,73}|\\S+)(?:\\s+|$)");
        private static final Pattern MAINTAINER = Pattern.compile("(?m)^Maintainer: (.*)$");

        private static final DateTimeFormatter DATE =
                DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

        /** Returns an entry for each version; what is unreleased belongs to the version of the package. */
        static String text(String markdown, String version, OffsetDateTime time) throws IOException {
            var changes = new LinkedHashMap<String, String>();
            for (var section : markdown.split("(?m)^## ")) {
                var parts = section.split("\n", 2);
                changes.merge(
                        parts[0].equals("Unreleased") ? version : parts[0], parts[1].strip(), (a, b) -> a + "\n\n" + b);
            }
            // The text before the first version.
            changes.remove("# Changelog");
            var maintainer = MAINTAINER.matcher(Files.readString(SOURCE.resolve("control/control")));
            if (!maintainer.find()) {
                throw new IOException("the package has no maintainer");
            }
            // The documentation has no dates, so each entry has that of the files in the package.
            var end = "\n -- %s  %s\n".formatted(maintainer.group(1), DATE.format(time));
            return changes.entrySet().stream()
                    .map(entry -> "feedside (%s) unstable; urgency=medium\n\n%s%s"
                            .formatted(entry.getKey(), items(entry.getValue()), end))
                    .collect(Collectors.joining("\n"));
        }

        /** Returns the items and paragraphs of a text as items. */
        private static String items(String markdown) {
            return Stream.of(LINK.matcher(markdown).replaceAll("$1").split("\n\n+|\n(?=- )"))
                    .map(item -> item.replaceFirst("^- ", "").replaceAll("\\s+", " "))
                    .map(item -> LINE.matcher(item).replaceAll("    $1\n").replaceFirst("^ {4}", "  * "))
                    .collect(Collectors.joining());
        }
    }
}
