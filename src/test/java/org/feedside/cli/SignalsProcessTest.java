package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SIGTERM and SIGHUP to the real process. */
class SignalsProcessTest extends ServiceProcess {
    /** A process started by nohup, as the tests may be, ignores SIGHUP, and so do the processes that it starts. */
    @BeforeEach
    void receiveHangups() {
        if (System.getProperty("os.name").equals("Linux")) {
            within = List.of("env", "--default-signal=HUP");
        }
    }

    private static void hangUp(Process process) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    @Test
    void a_stop_during_a_refresh_is_no_fault() throws Exception {
        for (int i = 0; i < 300; i++) {
            post("post" + i, "Text with a [link](https://example.org/) and *more*.\n\n".repeat(30), "t" + i % 50);
        }
        var process = launch("--port", "0");
        var lines = process.inputReader(StandardCharsets.UTF_8);
        // It is logged just before the first refresh.
        while (!lines.readLine().contains("status at ")) {}

        // Process.destroy would also close the output.
        process.toHandle().destroy();

        assertThat(lines.lines()).noneMatch(line -> line.contains("degraded") || line.contains("cannot be"));
    }

    @Test
    void a_hangup_scans_everything_and_names_settings_that_need_a_restart() throws Exception {
        write("feedside.toml", "look_every = \"1h\"\n");
        var service = serve();
        write("feedside.toml", "look_every = \"2h\"\nsettle = \"1s\"\nlimit = 1\n");

        hangUp(service.process());

        assertThat(prints(service, "need a restart: look_every, settle")).isTrue();
        await(service, "/atom.xml", body -> body.split("<entry", -1).length == 2);
        hangUp(service.process());
        hangUp(service.process());
        assertThat(get(service, "/atom.xml").statusCode()).isEqualTo(200);
    }

    @Test
    void a_hangup_during_the_start_does_not_end_the_service() throws Exception {
        for (int i = 0; i < 2; i++) {
            var process = launch("--port", "0");
            var lines = new LinkedBlockingQueue<String>();
            listen(process, lines::add);
            var service = new Service(process, lines, "");
            assertThat(prints(service, "status at ")).isTrue();
            hangUp(process);
            assertThat(prints(service, "subscribe to")).isTrue();
            assertThat(process.isAlive()).isTrue();
            process.destroyForcibly().waitFor();
        }
    }
}
