package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process on a real folder, asked over real sockets. */
class ServeProcessTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/atom\\.xml");

    @TempDir
    private Path site = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();
    private String locale = "C.UTF-8";

    /** A running service and what it says. */
    private record Service(Process process, LinkedBlockingQueue<String> lines, String address) {}

    @BeforeEach
    void write_a_site() throws IOException {
        write("zola.toml", "base_url = \"https://example.org\"\ntitle = \"T\"\ntaxonomies = [{ name = \"tags\" }]\n");
        post("one", "First text.", "a");
        post("two", "Second text.", "b");
    }

    @AfterEach
    void end_what_was_started() {
        started.forEach(Process::destroyForcibly);
    }

    private void write(String path, String text) throws IOException {
        var file = site.resolve(path);
        Files.createDirectories(site.resolve("content"));
        Files.writeString(file, text);
    }

    private static String post(String name, String body, String tag, String date) {
        return "+++\ntitle = \"%s\"\ndate = %s\ntaxonomies.tags = [\"%s\"]\n+++\n%s\n".formatted(name, date, tag, body);
    }

    private void post(String name, String body, String tag) throws IOException {
        write("content/" + name + ".md", post(name, body, tag, "2025-01-01"));
    }

    private Process launch(String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                // The product's own log, not the tests'.
                "-Dlogback.configurationFile=logback.xml",
                "org.feedside.cli.Feedside",
                "serve",
                site.toString()));
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", locale);
        var process = builder.start();
        started.add(process);
        return process;
    }

    private Service serve() throws IOException, InterruptedException {
        var process = launch("--port", "0");
        var lines = new LinkedBlockingQueue<String>();
        var reader = new Thread(() -> read(process, lines), "service's lines");
        reader.setDaemon(true);
        reader.start();
        var said = new ArrayList<String>();
        for (var line = lines.poll(30, TimeUnit.SECONDS); line != null; line = lines.poll(30, TimeUnit.SECONDS)) {
            said.add(line);
            var address = ADDRESS.matcher(line);
            if (address.find()) {
                return new Service(process, lines, address.group(1));
            }
        }
        throw new AssertionError("the service did not say where it is, but " + said);
    }

    private static void read(Process process, LinkedBlockingQueue<String> lines) {
        try (var reader = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("ended: " + e.getMessage());
        }
    }

    private HttpResponse<String> get(Service service, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service.address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks until the answer is as it should be; fails if it does not become so. */
    private HttpResponse<String> await(Service service, String path, Predicate<String> wanted)
            throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LONG.toNanos();
        var answer = get(service, path);
        while (!wanted.test(answer.body()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = get(service, path);
        }
        assertThat(answer.body()).matches(wanted);
        return answer;
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static String modified(HttpResponse<String> answer) {
        return answer.headers().firstValue("Last-Modified").orElseThrow();
    }

    @Test
    void an_edit_shows_in_the_feeds_of_its_tags_and_in_no_others() throws Exception {
        var service = serve();
        var site = get(service, "/atom.xml");
        var other = get(service, "/tags/b/atom.xml");

        post("one", "Edited in place.", "a");
        await(service, "/atom.xml", body -> body.contains("Edited in place."));
        var edited = await(service, "/tags/a/rss.xml", body -> body.contains("Edited in place."));

        assertThat(edited.statusCode()).isEqualTo(200);
        assertThat(tag(get(service, "/atom.xml"))).isNotEqualTo(tag(site));
        assertThat(tag(get(service, "/tags/b/atom.xml"))).isEqualTo(tag(other));
        assertThat(modified(get(service, "/tags/b/atom.xml"))).isEqualTo(modified(other));
    }

    @Test
    void posts_that_are_written_beside_and_renamed_added_and_deleted_show() throws Exception {
        var service = serve();

        var temporary =
                Files.writeString(site.resolve("content/.one.md.tmp"), post("one", "Renamed over.", "a", "2025-01-01"));
        Files.move(temporary, site.resolve("content/one.md"), StandardCopyOption.ATOMIC_MOVE);
        await(service, "/atom.xml", body -> body.contains("Renamed over."));

        Files.createDirectories(site.resolve("content/new/deep"));
        Files.writeString(
                site.resolve("content/new/deep/three.md"), post("three", "In a new folder.", "c", "2025-01-03"));
        await(service, "/tags/c/atom.xml", body -> body.contains("In a new folder."));

        Files.delete(site.resolve("content/two.md"));
        await(service, "/atom.xml", body -> !body.contains("Second text."));
        assertThat(get(service, "/tags/b/atom.xml").statusCode()).isEqualTo(200);
    }

    @Test
    void a_broken_post_is_told_once_with_its_place_and_stays_as_it_was() throws Exception {
        var service = serve();

        write("content/one.md", "+++\ntitle = \"one\n+++\nBroken.\n");
        post("two", "Edited after the break.", "b");
        var answer = await(service, "/atom.xml", body -> body.contains("Edited after the break."));

        assertThat(answer.body()).contains("First text.").doesNotContain("Broken.");
        assertThat(service.lines()).anyMatch(line -> line.contains("content/one.md:2:"));
        assertThat(service.lines()).noneMatch(line -> line.contains("Exception"));
    }

    @Test
    void after_kill_9_everything_is_served_as_before() throws Exception {
        var service = serve();
        post("one", "Edited before the kill.", "a");
        var before = await(service, "/tags/a/atom.xml", body -> body.contains("Edited before the kill."));

        service.process().destroyForcibly().waitFor();
        var after = get(serve(), "/tags/a/atom.xml");

        assertThat(after.body()).isEqualTo(before.body());
        assertThat(tag(after)).isEqualTo(tag(before));
        assertThat(modified(after)).isEqualTo(modified(before));
    }

    @Test
    void it_serves_what_was_published_although_the_configuration_is_broken_now() throws Exception {
        var first = serve();
        var before = get(first, "/atom.xml");
        first.process().destroyForcibly().waitFor();
        write("zola.toml", "base_url = \n");

        var second = serve();

        assertThat(get(second, "/atom.xml").body()).isEqualTo(before.body());
        assertThat(service_line(second, "degraded")).isTrue();
    }

    private static boolean service_line(Service service, String word) throws InterruptedException {
        for (var line = service.lines().poll(30, TimeUnit.SECONDS);
                line != null;
                line = service.lines().poll(30, TimeUnit.SECONDS)) {
            if (line.contains(word)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void it_ends_in_order_when_told_to() throws Exception {
        var service = serve();

        service.process().destroy();

        assertThat(service.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(service.lines()).noneMatch(line -> line.contains("did not end in time"));
    }

    @Test
    void a_locale_that_cannot_read_the_names_of_posts_is_told_and_costs_none() throws Exception {
        write("content/für.md", post("für", "Umlaut.", "a", "2025-01-02"));
        var first = serve();
        first.process().destroyForcibly().waitFor();

        locale = "POSIX";
        var second = serve();

        assertThat(get(second, "/atom.xml").body()).contains("Umlaut.").contains("First text.");
        assertThat(service_line(second, "degraded")).isTrue();
    }

    @Test
    void a_second_service_on_the_same_folder_is_refused() throws Exception {
        serve();

        var second = launch("--port", "0");

        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(2);
        assertThat(new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("is in use by another Feedside")
                .doesNotContain("Exception");
    }
}
