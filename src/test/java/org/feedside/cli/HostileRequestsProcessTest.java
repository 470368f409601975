package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedside.http.RequestFuzzer.SECRET;

import java.net.URI;
import java.util.List;
import org.feedside.http.RequestFuzzer;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;

/** The real process under requests of an attacker who knows the files next to the feeds. */
class HostileRequestsProcessTest extends ServiceProcess {
    private static final long SEED = Long.getLong("fuzzing.seed", 20261125);
    private static final long REQUESTS = Long.getLong("fuzzing.requests", 3_000);

    @Test
    void no_request_stops_the_service_or_reads_other_files_or_drafts() throws Exception {
        write("content/draft.md", "+++\ntitle = \"" + SECRET + "\"\ndate = 2025-01-01\ndraft = true\n+++\n" + SECRET);
        write("secret.txt", SECRET);
        write("content/secret.txt", SECRET);
        write("feeds/.feedside/secret", SECRET);
        write("feeds/stray.xml", SECRET);
        var service = serve();
        var port = URI.create(service.address()).getPort();

        for (var path : List.of(
                "/content/draft.md", "/draft/", "/secret.txt", "/.feedside/secret", "/stray.xml", "/../secret.txt")) {
            assertThat(get(service, path).statusCode()).as(path).isBetween(400, 404);
        }
        System.out.println("fuzzing with -Dfuzzing.seed=" + SEED);
        var fuzzer = new RequestFuzzer(port, SEED);
        fuzzer.send(REQUESTS);

        assertThat(fuzzer.statuses()).containsKeys(200, 400, 404, 405);
        assertThat(service.process().isAlive()).isTrue();
        assertThat(service.lines()).noneMatch(line -> line.contains("Exception") || line.contains("ERROR"));
    }
}
