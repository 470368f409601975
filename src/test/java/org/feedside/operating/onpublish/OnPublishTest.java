package org.feedside.operating.onpublish;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.retries.Backoff;
import org.feedside.base.retries.RetryLoop;
import org.feedside.publishing.Document;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Snapshot;
import org.feedside.refreshing.RefreshResult;
import org.feedside.testing.Documents;
import org.feedside.testing.InstalledPrograms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The loop on its own thread, with real processes. */
class OnPublishTest {
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(20), Duration.ofMillis(50));
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Records each run in a file with the next number, which has the input of the command. */
    private static final String RECORD = """
            cat > ../input
            mv ../input ../run$(ls .. | grep -c run)
            """;

    private static final Logger LOG = (Logger) LoggerFactory.getLogger("feedside");

    @TempDir
    private Path folder = Path.of("");

    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final AtomicInteger readings = new AtomicInteger();
    private final InstantSource clock = () -> {
        readings.incrementAndGet();
        return InstantSource.system().instant();
    };
    private OnPublish onPublish = new OnPublish(List.of(), folder, clock);
    private RetryLoop loop = new RetryLoop("on-publish", onPublish::round);

    private final @Nullable Level level = LOG.getLevel();

    private final AppenderBase<ILoggingEvent> log = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getFormattedMessage().contains("on_publish")) {
                lines.add(event.getFormattedMessage());
            }
        }
    };

    @BeforeEach
    void listen() throws IOException {
        Files.createDirectory(feeds());
        log.start();
        LOG.addAppender(log);
        LOG.setLevel(Level.INFO);
    }

    @AfterEach
    void stop() {
        loop.close();
        LOG.setLevel(level);
        LOG.detachAppender(log);
    }

    private Path feeds() {
        return folder.resolve("feeds");
    }

    /** Starts the loop with a shell script. */
    private void start(String script) throws IOException {
        start(script, LONG);
    }

    private void start(String script, Duration timeout) throws IOException {
        Files.writeString(folder.resolve("script"), script);
        start(List.of("sh", folder.resolve("script").toString()), timeout);
    }

    private void start(List<String> words, Duration timeout) {
        onPublish = new OnPublish(new Command(words, feeds(), timeout), clock, QUICK);
        loop = new RetryLoop("on-publish", onPublish::round);
        loop.start();
    }

    private void publish(String... pathsAndTexts) {
        refresh(RefreshResult.Kind.CURRENT, List.of(), pathsAndTexts);
    }

    /** Publishes feeds as a refresh does; arguments are alternately a path and a text. */
    private void refresh(RefreshResult.Kind kind, List<Diagnostic> problems, String... pathsAndTexts) {
        var documents = new HashMap<String, Document>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            documents.put(pathsAndTexts[i], Documents.atom(pathsAndTexts[i], NOW, pathsAndTexts[i + 1]));
        }
        var result = new RefreshResult(
                kind, 1, documents.size(), 1, problems, Map.of(), List.of(), Optional.empty(), Set.of());
        onPublish.refreshed(result, new Snapshot(1, documents, OnDemand.NONE));
        loop.wake();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        var deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private boolean exists(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** Waits for a run, and returns its input. */
    private List<String> run(int number) throws Exception {
        await(() -> exists("run" + number));
        return Files.readAllLines(folder.resolve("run" + number));
    }

    private List<String> lastRun() throws Exception {
        var number = 0;
        while (exists("run" + (number + 1))) {
            number++;
        }
        return run(number);
    }

    private String line() throws InterruptedException {
        return Optional.ofNullable(lines.poll(LONG.toSeconds(), TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("nothing was logged"));
    }

    /** Waits for a file with the id of a process. */
    private ProcessHandle process(String file) throws Exception {
        await(() -> exists(file) && Files.readString(folder.resolve(file)).endsWith("\n"));
        var id = Long.parseLong(Files.readString(folder.resolve(file)).strip());
        return ProcessHandle.of(id).orElseThrow(() -> new AssertionError("it has ended"));
    }

    @Test
    void it_gets_all_paths_first_and_then_those_that_changed() throws Exception {
        start("pwd > ../folder\n" + RECORD);

        publish("rss.xml", "1", "atom.xml", "1", "tags/é/atom.xml", "1", Manifest.PATH, "1");
        assertThat(run(0)).containsExactly("atom.xml", "rss.xml", "tags/é/atom.xml", "feeds/published.json");
        publish("rss.xml", "2", "atom.xml", "1", "tags/é/atom.xml", "1", "new.xml", "1", Manifest.PATH, "2");
        assertThat(run(1)).containsExactly("new.xml", "rss.xml", "feeds/published.json");

        assertThat(Path.of(Files.readString(folder.resolve("folder")).strip()).toRealPath())
                .isEqualTo(feeds().toRealPath());
        assertThat(lines).isEmpty();
    }

    @Test
    void it_waits_until_the_posts_are_read_and_all_files_are_written() throws Exception {
        start(RECORD);

        refresh(RefreshResult.Kind.DEGRADED, List.of(), "a", "1");
        refresh(RefreshResult.Kind.POSTPONED, List.of(), "a", "2");
        refresh(RefreshResult.Kind.CURRENT, List.of(Code.FEEDS_FOLDER.error("feeds", "full")), "a", "3", "b", "1");
        publish("a", "3");

        assertThat(run(0)).containsExactly("a", "feeds/published.json");
    }

    @Test
    void after_a_failure_it_gets_the_paths_again_until_it_succeeds() throws Exception {
        start("broken=$(ls .. | grep -c broken)\n" + RECORD + """
                [ $broken = 0 ] && exit
                echo first
                echo 'no route\033[0m to host' >&2
                exit 3
                """);
        publish("a", "1", "b", "1");
        assertThat(run(0)).containsExactly("a", "b", "feeds/published.json");
        Files.createFile(folder.resolve("broken"));

        publish("a", "1", "b", "2");
        assertThat(line())
                .isEqualTo(
                        "the command of on_publish failed with exit code 3 (no route<U+001B>[0m to host); it is run again");
        publish("a", "1", "b", "2", "c", "1");
        await(() -> lastRun().equals(List.of("b", "c", "feeds/published.json")));
        Files.delete(folder.resolve("broken"));

        assertThat(line()).isEqualTo("the command of on_publish succeeded");
        assertThat(run(1)).containsExactly("b", "feeds/published.json");
        assertThat(lines).isEmpty();
    }

    @Test
    void one_run_ends_before_the_next_which_gets_all_changes_since_then() throws Exception {
        start("""
                mkdir ../lock || touch ../overlap
                touch ../begun
                while [ ! -e ../gate ]; do sleep 0.01; done
                rmdir ../lock
                """ + RECORD);

        publish("a", "1", "b", "1");
        await(() -> exists("begun"));
        publish("a", "2", "b", "1");
        publish("a", "2", "b", "2", "c", "1");
        publish("a", "3", "b", "1", "c", "1");
        Files.createFile(folder.resolve("gate"));

        assertThat(run(0)).containsExactly("a", "b", "feeds/published.json");
        assertThat(run(1)).containsExactly("a", "c", "feeds/published.json");
        assertThat(exists("overlap")).isFalse();
    }

    @Test
    void after_the_timeout_it_is_killed_with_what_it_started() throws Exception {
        start("""
                trap '' TERM
                sleep 1000 & echo $! > ../child
                echo $$ > ../parent
                echo waiting
                cat > /dev/null
                while true; do sleep 0.1; done
                """, Duration.ofSeconds(2));

        publish("a", "1");
        var parent = process("parent");
        var child = process("child");

        assertThat(line()).isEqualTo("the command of on_publish was stopped after 2 s (waiting); it is run again");
        await(() -> !parent.isAlive() && !child.isAlive());
    }

    @Test
    void a_missing_command_is_reported_once_and_run_when_it_is_there() throws Exception {
        var missing = folder.resolve("missing");
        start(List.of(missing.toString()), LONG);

        publish("a", "1");
        assertThat(line())
                .isEqualTo(
                        "the command of on_publish cannot be started, check its full path and its permissions (no such file or directory); it is run again");
        var before = readings.get();
        await(() -> readings.get() > before + 20);
        Files.createSymbolicLink(missing, InstalledPrograms.find("true").orElseThrow());

        assertThat(line()).isEqualTo("the command of on_publish succeeded");
        assertThat(lines).isEmpty();
        Files.delete(missing);
    }

    @Test
    void a_stop_ends_it() throws Exception {
        start("echo $$ > ../parent\nexec sleep 1000\n");
        publish("a", "1");
        var parent = process("parent");

        loop.interrupt();
        loop.close();

        await(() -> !parent.isAlive());
        assertThat(lines).isEmpty();
    }

    @Test
    void a_stop_kills_it_if_it_does_not_end() throws Exception {
        start("trap 'touch ../asked' TERM\necho $$ > ../parent\nwhile true; do sleep 0.1; done\n");
        publish("a", "1");
        var parent = process("parent");

        var before = System.nanoTime();
        loop.interrupt();
        loop.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(2_500));
        await(() -> !parent.isAlive());
        assertThat(exists("asked")).isTrue();
    }

    private Optional<Command.Failure> shell(String script, List<String> input) throws InterruptedException {
        return new Command(List.of("sh", "-c", script), feeds(), LONG).run(input);
    }

    @Test
    void a_command_may_ignore_its_input_and_print_without_end() throws Exception {
        var failure = shell("""
                head -c 3000000 /dev/zero | tr '\\0' '\n'
                head -c 3000000 /dev/zero | tr '\\0' 'é'
                exit 1
                """, Collections.nCopies(100_000, "atom.xml"));

        assertThat(failure.orElseThrow().why()).isEqualTo("failed with exit code 1");
        assertThat(failure.orElseThrow().details()).hasSize(200);
    }

    @Test
    void a_command_may_leave_a_process_behind_that_keeps_its_output_open() throws Exception {
        assertThat(shell("sleep 1000 & echo $! > ../child", List.of())).isEmpty();

        var child = process("child");
        assertThat(child.isAlive()).isTrue();
        child.destroyForcibly();
    }
}
