package org.feedside.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.feedside.testing.ServiceProcess;
import org.feedside.testing.ServiceProcess.Service;

/** The number of scans of a service, from its metrics. */
final class Scans {
    private static final Pattern COUNT = Pattern.compile("(?m)^feedside_refresh_seconds_count\\S* (\\S+)$");
    private static final Duration LONG = Duration.ofSeconds(30);

    private Scans() {}

    /** Waits for further scans of the service. */
    static void await(Service service, int more) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LONG.toNanos();
        var target = count(service) + more;
        while (count(service) < target) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static double count(Service service) throws IOException, InterruptedException {
        var metrics = ServiceProcess.get(service.operator() + "/metrics").body();
        return COUNT.matcher(metrics)
                .results()
                .mapToDouble(result -> Double.parseDouble(result.group(1)))
                .sum();
    }
}
