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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plants bugs that are easily made, one at a time, and requires that the simulation finds each of them. A bug is another
 * body for one method. The changed copy is compiled into a folder in front of the class path, so the program contains
 * nothing for this test.
 */
class PlantedBugsTest {
    private static final int SEEDS = 60;
    private static final int FOLLOWERS_SEEDS = 1_000;
    private static final SourceFolder SOURCE = new SourceFolder(Path.of("src/main/java"));

    @TempDir
    Path folder;

    /** A bug: the simple name of a top-level type, one of its methods, and the wrong body of that method. */
    record Bug(String name, String type, String method, String body) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bug> bugs() {
        return Stream.of(
                new Bug(
                        "a file that was read is trusted at once, though the file system's clock ticks slowly",
                        "FileVersion",
                        "isRecent",
                        "return false;"),
                new Bug("a broken post loses its last good version", "Library", "lastGood", "return Optional.empty();"),
                new Bug(
                        "a post that broke while the service was down is missing after the start",
                        "Library",
                        "savedVersion",
                        "return Optional.empty();"),
                new Bug(
                        "a post that cannot be rendered loses its last good version",
                        "FileVersion",
                        "refused",
                        "return new FileVersion(path, stamp, readAt, Optional.empty(), List.of(problem), Optional.empty(), inherited);"),
                new Bug(
                        "a post that cannot be rendered stops the refresh",
                        "Fence",
                        "of",
                        "return Parsed.of(work.get(), List.of());"),
                new Bug(
                        "a file that cannot be read counts as deleted",
                        "ContentFolder",
                        "unreadable",
                        "return Optional.empty();"),
                new Bug(
                        "a file that one scan misses counts as deleted at once",
                        "MissingFiles",
                        "isDeleted",
                        "return true;"),
                new Bug(
                        "settings and enclosures that one scan misses count as deleted at once",
                        "LastFound",
                        "isGone",
                        "return true;"),
                new Bug(
                        "a deletion is published only after the next regular scan",
                        "MissingFiles",
                        "since",
                        "return Optional.empty();"),
                new Bug(
                        "a post that the first scan after a start misses counts as deleted at once",
                        "Publisher",
                        "files",
                        "return Set.of();"),
                new Bug(
                        "posts behind a link that leads nowhere count as deleted",
                        "DiskEntry",
                        "mayHideFiles",
                        "return kind == Kind.UNKNOWN;"),
                new Bug(
                        "a link that leads nowhere is not reported",
                        "FolderWalk",
                        "hide",
                        "hiding.add(source.path());"),
                new Bug(
                        "a named pipe in place of a post counts as deleted",
                        "FolderWalk",
                        "isRelevant",
                        "return entry.isFolder() ? conventions.isWalked(path) : entry.isFile() && conventions.isRead(source) && !isIgnored.test(source);"),
                new Bug(
                        "Last-Modified follows a clock that was set back",
                        "Revision",
                        "nextLastModified",
                        "return now.truncatedTo(ChronoUnit.SECONDS);"),
                new Bug(
                        "the date in a feed does not move when a post is edited without a new date",
                        "Revision",
                        "updatedByEdit",
                        "return before;"),
                new Bug(
                        "the published state is saved only if no state was known before",
                        "PublishedGeneration",
                        "save",
                        "if (state.identity().isEmpty()) store.save(next); state = next;"),
                new Bug("most posts may be removed at once", "ShrinkGuard", "isTooMany", "return false;"),
                new Bug(
                        "the folder is scanned only after events, though some events are lost",
                        "RefreshLoop",
                        "nextScan",
                        "return now.plus(Duration.ofDays(365));"),
                new Bug("a tag's feed vanishes with its last post", "GenerationMaker", "hasNoPosts", "return false;"),
                new Bug("files are served unchecked after a power cut", "FeedsFolder", "isAsPublished", "return true;"),
                new Bug(
                        "a feed is not made again as long as it has as many entries",
                        "DocumentMaker",
                        "isUnchanged",
                        "return before instanceof Feed a && now instanceof Feed b && a.entries().size() == b.entries().size();"),
                new Bug(
                        "a file that another program damaged stays damaged",
                        "FeedsFolder",
                        "isAsWritten",
                        "return true;"));
    }

    static Stream<Bug> bugsOfFollowers() {
        return Stream.of(
                new Bug(
                        "the manifest is written before the documents that it lists",
                        "PublishedGeneration",
                        "write",
                        "manifest.ifPresent(first -> feedsFolder.writeManifest(first, now)); return feedsFolder.write(published.current());"),
                new Bug(
                        "a document of another version than the manifest says is served",
                        "Missing",
                        "verified",
                        "return source.document(document);"),
                new Bug(
                        "an older publication follows a newer one",
                        "Succession",
                        "refusal",
                        "return served.identity().isEmpty() || (continues() && next.documents().values().stream().noneMatch(this::goesBack)) ? Optional.empty() : Optional.of(name(next));"),
                new Bug(
                        "a document is replaced by another version that is not newer",
                        "Succession",
                        "goesBack",
                        "return false;"),
                new Bug("any publisher is followed", "Succession", "continues", "return true;"),
                new Bug(
                        "documents that are served already stay in the next publication",
                        "Follower",
                        "document",
                        "return before.orElseGet(() -> Document.of(listed.state(), Optional.ofNullable(downloaded.get(listed.state().file().path())).orElseThrow())).withFeed(listed.feed());"),
                new Bug(
                        "a follower knows no documents that are made on demand",
                        "ForwardedDocuments",
                        "find",
                        "return new Lookup.NotFound<>();"),
                new Bug(
                        "a feed that is added later has the date of its posts",
                        "Revision",
                        "added",
                        "return first(changed, now);"));
    }

    /** Takes up to some minutes for each bug. */
    @ParameterizedTest
    @MethodSource("bugsOfFollowers")
    @EnabledIfSystemProperty(named = "followers.bugs", matches = "true")
    void a_bug_of_followers_is_found(Bug bug) throws IOException, InterruptedException {
        isFound(bug, "followers", FOLLOWERS_SEEDS);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void a_planted_bug_is_found(Bug bug) throws IOException, InterruptedException {
        isFound(bug, "service", SEEDS);
    }

    private void isFound(Bug bug, String stories, int seeds) throws IOException, InterruptedException {
        compile(plant(bug));

        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        folder.resolve("classes") + ":" + System.getProperty("java.class.path"),
                        Seeds.class.getName(),
                        stories,
                        String.valueOf(seeds))
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
        var planted = folder.resolve(bug.type() + ".java");
        return Files.writeString(planted, SOURCE.withBody(bug.type(), bug.method(), bug.body()));
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
