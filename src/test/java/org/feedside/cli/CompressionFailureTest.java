package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compressor that throws an Error: another library is in the place of brotli's. */
class CompressionFailureTest extends ServiceProcess {
    /** Outside of the site, because the service watches that folder. */
    @TempDir
    private Path logs = Path.of("");

    private long attempts() throws IOException {
        try (var lines = Files.lines(logs.resolve("thrown.log"))) {
            return lines.filter(line -> line.contains("EncoderJNI")).count();
        }
    }

    @Test
    void an_error_leaves_the_feeds_in_place_and_the_next_scan_tries_again() throws Exception {
        var other = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("prefs"));
        virtualMachine =
                List.of("-Dbrotli4j.library.path=" + other, "-Xlog:exceptions=info:file=" + logs.resolve("thrown.log"));
        // Compression begins two seconds after a refresh.
        write("feedside.toml", "look_every = \"3s\"\n");
        var service = serve();
        var operator = service.operator();

        assertThat(prints(service, ":1:1: error: internal error, please report it: java.lang.UnsatisfiedLinkError"))
                .isTrue();
        assertThat(get(service, "/atom.xml", "Accept-Encoding", "br, gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
        assertThat(get(operator + "/status.json").body()).contains("\"current with problems\"");
        post("one", "New text.", "a");
        await(service, "/atom.xml", body -> body.contains("New text."));

        var before = attempts();
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (attempts() == before && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(attempts()).isGreaterThan(before);
    }
}
