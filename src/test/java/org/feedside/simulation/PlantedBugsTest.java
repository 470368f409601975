package org.feedside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the simulation is worth: bugs that are easily made are put into a copy of the program, one at a time, and each must
 * be found. The copies are compiled from our own source with one place changed, so that the program itself knows nothing of
 * this.
 */
class PlantedBugsTest {
    private static final int SEEDS = 60;
    private static final Path SOURCE = Path.of("src/main/java/org/feedside");

    @TempDir
    Path folder;

    /** A bug: in which file, what stands there, and what would be wrong in its place. */
    record Bug(String name, String file, String right, String wrong) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bug> bugs() {
        return Stream.of(
                new Bug(
                        "a file that was read is trusted at once, though the clock of files ticks slowly",
                        "content/Library.java",
                        "YOUNG = Duration.ofSeconds(2)",
                        "YOUNG = Duration.ZERO"),
                new Bug(
                        "a broken post loses its last good version",
                        "content/Library.java",
                        ".or(() -> before.flatMap(Reading::good))\n                .or(() -> remembered(folder, path))",
                        ""),
                new Bug(
                        "a post that broke while the service was down is not there after the start",
                        "content/Library.java",
                        ".or(() -> remembered(folder, path))",
                        ""),
                new Bug(
                        "a file that cannot be read counts as deleted",
                        "content/ContentFolder.java",
                        "\"the file cannot be read (%s): look at its permissions\".formatted(e)));",
                        "\"\")).problems().isEmpty() ? Parsed.failed(List.of()) : Parsed.failed(List.of());"),
                new Bug(
                        "Last-Modified follows a clock that was set back",
                        "publishing/Revision.java",
                        "return new Revision(updated, later(now, before.lastModified()));",
                        "return new Revision(updated, now.truncatedTo(ChronoUnit.SECONDS));"),
                new Bug(
                        "the date in a feed does not move when a post is edited without a new date",
                        "publishing/Revision.java",
                        "newer.orElseGet(() -> PageDate.of(later(now, before.updated().instant())))",
                        "newer.orElse(before.updated())"),
                new Bug(
                        "what was published is remembered after a crash only if nothing was known before",
                        "refreshing/Refresher.java",
                        "store.save(next);",
                        "if (state.identity().isEmpty()) store.save(next);"),
                new Bug(
                        "most posts go at once",
                        "refreshing/ShrinkGuard.java",
                        "if (going < FEW ||",
                        "if (going >= 0 ||"),
                new Bug(
                        "only events are believed, though some are lost",
                        "refreshing/RefreshLoop.java",
                        "var regular = now.plus(settings.lookEvery());",
                        "var regular = now.plus(Duration.ofDays(365));"),
                new Bug(
                        "a tag's feed vanishes with its last post",
                        "refreshing/Generation.java",
                        "if (!paths.contains(state.file().path())) {",
                        "if (false) {"),
                new Bug(
                        "files are served as they lie there after a power cut",
                        "publishing/FeedsFolder.java",
                        ".filter(found -> found.bytes().digest().equals(known.digest()))",
                        ""),
                new Bug(
                        "a feed is not made again as long as it has as many entries",
                        "refreshing/DocumentMaker.java",
                        "filter(made -> made.publication().equals(publication))",
                        "filter(made -> made.publication().filter(p -> p instanceof Feed f && wanted.publication() instanceof Feed g && f.entries().size() == g.entries().size()).isPresent())"),
                new Bug(
                        "a file that could not be written is never written again",
                        "publishing/FeedsFolder.java",
                        "var file = root.resolve(document.path());\n            try {",
                        "var file = root.resolve(document.path());\n            inPlace.put(document.path(), version);\n            try {"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void a_planted_bug_is_found(Bug bug) throws IOException, InterruptedException {
        compile(plant(bug));

        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        folder.resolve("classes") + ":" + System.getProperty("java.class.path"),
                        Seeds.class.getName(),
                        String.valueOf(SEEDS))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();

        var said = Files.readString(folder.resolve("out"));
        System.out.println(bug + ": "
                + said.lines()
                        .filter(line -> line.startsWith("seed "))
                        .findFirst()
                        .orElse(said));
        assertThat(process.exitValue()).as(said).isEqualTo(1);
        assertThat(said).contains("breaks a promise");
    }

    private Path plant(Bug bug) throws IOException {
        var source = Files.readString(SOURCE.resolve(bug.file()));
        assertThat(source).as(bug.file()).containsOnlyOnce(bug.right());
        var planted = folder.resolve(Path.of(bug.file()).getFileName());
        return Files.writeString(planted, source.replace(bug.right(), bug.wrong()));
    }

    private void compile(Path source) throws IOException {
        var classes = Files.createDirectories(folder.resolve("classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var options = List.of(
                    "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
            var done = compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(done).as("%s compiles", source).isTrue();
        }
    }
}
