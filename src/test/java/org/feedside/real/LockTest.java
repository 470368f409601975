package org.feedside.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;

/** Two processes never write to one feeds folder. */
class LockTest extends ServiceProcess {
    @Test
    void a_second_writer_is_refused_and_a_killed_one_leaves_no_lock() throws Exception {
        var first = serve();

        var others = List.of(launch("--port", "0"), feedside("build", site.toString()));

        for (var other : others) {
            assertThat(refusal(other))
                    .contains("is in use by another Feedside (process %d)"
                            .formatted(first.process().pid()))
                    .contains("stop that one", "--feeds")
                    .doesNotContain("Exception");
        }
        assertThat(get(first, "/atom.xml").statusCode()).isEqualTo(200);

        first.process().destroyForcibly().waitFor();
        var next = feedside("build", site.toString());

        assertThat(next.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(next.exitValue()).as(output(next)).isZero();
    }

    private static String output(Process process) throws java.io.IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
