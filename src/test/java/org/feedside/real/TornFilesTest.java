package org.feedside.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.feedside.publishing.Manifest;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages files as a power cut or a failing disk does: truncated, empty, filled with zeros or random bytes. {@code
 * -Dreal.tears=N} sets the number of rounds, {@code -Dreal.seed=S} the seed.
 */
class TornFilesTest extends ServiceProcess {
    private static final int TEARS = 3;
    private static final List<String> PATHS =
            List.of("/atom.xml", "/rss.xml", "/feed.json", "/tags/a/atom.xml", "/tags/b/rss.xml");

    private final long seed = Optional.ofNullable(Long.getLong("real.seed")).orElseGet(() -> new Random().nextLong());
    private final Random random = new Random(seed);

    @TempDir
    private Path fresh = Path.of("");

    @Test
    void no_damaged_document_is_served_and_validators_stay_unchanged() throws Exception {
        afterEachKill(Integer.getInteger("real.tears", TEARS), port -> {
            for (var file : documents()) {
                if (random.nextInt(3) > 0) {
                    damage(file);
                }
            }
        });
    }

    @Test
    void a_damaged_state_is_reported_with_a_remedy_that_works() throws Exception {
        var state = site.resolve("feeds/.feedside/state.mv");
        afterEachKill(Integer.getInteger("real.tears", 1), port -> {
            Files.write(state, new byte[(int) Files.size(state)]);

            assertThat(refusal(launch("--port", port)))
                    .contains(
                            state.toString(),
                            "cannot be opened",
                            "delete it to rebuild the state from the published files")
                    .doesNotContain("\tat ");

            if (random.nextBoolean()) {
                Files.delete(state);
            } else {
                Files.write(state, new byte[0]);
            }
        });
    }

    /** Does something with the files while the service is down. */
    private interface Damage {
        void to(String port) throws IOException, InterruptedException;
    }

    /** Kills the service several times, and checks that it serves the same after each damage. */
    private void afterEachKill(int kills, Damage damage) throws IOException, InterruptedException {
        System.out.println("-Dreal.seed=" + seed);
        write("feedside.toml", "[operator]\nenabled = false\n\n[http]\nburst = 0\n");
        var port = String.valueOf(freePort());
        try (var readers = new Subscriber("http://127.0.0.1:" + port, 2, PATHS, (path, feed) -> {})) {
            readers.beginBeforeTheService();
            var service = serve("--port", port);
            post("one", "Edited once.", "a");
            await(service, "/atom.xml", body -> body.contains("Edited once."));
            var build = new FreshBuild(site, fresh);
            build.awaitAt(service.address());
            var before = validators(service);
            for (int i = 0; i < kills; i++) {
                readers.killing();
                service.process().destroyForcibly().waitFor();
                damage.to(port);
                service = serve("--port", port);
                readers.up();
                build.awaitAt(service.address());
                assertThat(validators(service)).isEqualTo(before);
                assertThat(service.lines()).noneMatch(line -> line.contains("Exception"));
                for (var file : documents()) {
                    assertThat(file)
                            .hasContent(get(service, "/" + site.resolve("feeds").relativize(file))
                                    .body());
                }
            }
            assertThat(readers.faults()).isEmpty();
            System.out.println(readers);
        }
    }

    /** Returns the entity tag and Last-Modified of each document. */
    private Map<String, String> validators(Service service) throws IOException, InterruptedException {
        var validators = new TreeMap<String, String>();
        for (var file : documents()) {
            var path = "/" + site.resolve("feeds").relativize(file);
            var response = get(service, path);
            validators.put(path, tag(response) + " " + modified(response));
        }
        return validators;
    }

    private List<Path> documents() throws IOException {
        try (var files = Files.walk(site.resolve("feeds"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            !site.resolve("feeds").relativize(file).toString().startsWith(".")
                                    && !file.endsWith(Manifest.PATH))
                    .sorted()
                    .toList();
        }
    }

    private void damage(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var length = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> Files.write(file, Arrays.copyOf(bytes, length));
            case 1 -> Files.write(file, new byte[0]);
            case 2 -> {
                Arrays.fill(bytes, length, bytes.length, (byte) 0);
                Files.write(file, bytes);
            }
            default -> {
                var garbage = new byte[bytes.length - length];
                random.nextBytes(garbage);
                System.arraycopy(garbage, 0, bytes, length, garbage.length);
                Files.write(file, bytes);
            }
        }
    }
}
