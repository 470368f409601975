package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator's server of the real process. */
class OperatorProcessTest extends ServiceProcess {
    private static JsonNode json(String address) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get(address).body());
    }

    private static JsonNode awaitStatus(String place, Predicate<JsonNode> wanted)
            throws IOException, InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        var status = json(place + "/status.json");
        while (!wanted.test(status) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            status = json(place + "/status.json");
        }
        assertThat(wanted.test(status)).as(status.toString()).isTrue();
        return status;
    }

    private static Predicate<JsonNode> is(String state) {
        return status -> status.get("state").asString().equals(state);
    }

    @Test
    void the_status_follows_broken_and_corrected_posts() throws Exception {
        var place = serve().operator();
        var healthy = awaitStatus(place, is("current"));
        assertThat(healthy.get("posts").asInt()).isEqualTo(2);
        assertThat(healthy.get("problems")).isEmpty();

        write("content/one.md", "+++\ntitle = \"one\n+++\nBroken.\n");
        var post = awaitStatus(place, status -> status.get("problems").size() == 1);
        assertThat(post.at("/problems/0/file").asString()).endsWith("content/one.md");
        assertThat(post.at("/problems/0/line").asInt()).isEqualTo(2);
        assertThat(post.get("state").asString()).isEqualTo("current");
        assertThat(post.get("summary").asString()).isEqualTo("current with problems");
        assertThat(post.at("/problems/0/readers_see").asString()).startsWith("last good version of ");
        var since = post.at("/problems/0/since").asString();

        write("zola.toml", "base_url = \n");
        var degraded = awaitStatus(place, is("degraded"));
        assertThat(degraded.at("/problems/0/file").asString()).endsWith("zola.toml");
        assertThat(degraded.get("posts").asInt()).isEqualTo(2);
        assertThat(degraded.get("generation").asInt()).isPositive();
        assertThat(get(place + "/status").body()).contains("<h1>degraded</h1>", "zola.toml:1:");
        assertThat(get(place + "/metrics").body()).contains("feedside_state{state=\"degraded\"} 1.0");

        write("zola.toml", "base_url = \"https://example.org\"\ntitle = \"T\"\ntaxonomies = [{ name = \"tags\" }]\n");
        var mended = awaitStatus(place, is("current"));
        assertThat(mended.at("/problems/0/since").asString()).isEqualTo(since);
    }

    @Test
    void polls_survive_a_restart() throws Exception {
        var first = serve();
        get(first, "/atom.xml", "User-Agent", "Feedbin feed-id:7 - 12 subscribers");
        var tag = tag(get(first, "/atom.xml", "User-Agent", "Miniflux/2.2"));
        get(first, "/atom.xml", "User-Agent", "Miniflux/2.2", "If-None-Match", tag);
        first.process().destroy();
        assertThat(first.process().waitFor(20, TimeUnit.SECONDS)).isTrue();

        var report = json(serve().operator() + "/polls.json");

        assertThat(report.at("/total/requests").asInt()).isEqualTo(3);
        assertThat(report.at("/total/subscribers").asInt()).isEqualTo(12);
        assertThat(report.at("/polls/1/reader").asString()).isEqualTo("Miniflux");
        assertThat(report.at("/polls/1/status_304").asInt()).isEqualTo(1);
        assertThat(Files.readString(site.resolve("feeds/.feedside/polls"))).doesNotContain("127.0.0.1");
    }

    @Test
    void a_port_in_use_is_reported_with_the_name_of_the_setting() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            write("feedside.toml", "[operator]\nport = %d\n".formatted(other.getLocalPort()));

            assertThat(refusal(launch("--port", "0")))
                    .contains("[operator]", "another program uses this port")
                    .doesNotContain("Exception", "Javalin", "Jetty");
        }
    }

    private static ServerSocket portAfterAFreeOne() throws IOException {
        while (true) {
            try {
                return new ServerSocket(freePort() + 1, 1, InetAddress.getLoopbackAddress());
            } catch (BindException e) {
                // Another program uses that port.
            }
        }
    }

    @Test
    void without_a_port_of_its_own_the_server_takes_a_free_one() throws Exception {
        try (var other = portAfterAFreeOne()) {
            var service = serve("--port", Integer.toString(other.getLocalPort() - 1));

            assertThat(get(service.operator() + "/healthz").statusCode()).isEqualTo(200);
            assertThat(service.lines()).anyMatch(line -> line.contains("set `port` in [operator]"));
        }
    }

    @Test
    void two_sites_on_neighbouring_ports_run_in_either_order() throws Exception {
        var port = 0;
        try (var taken = portAfterAFreeOne()) {
            port = taken.getLocalPort() - 1;
        }
        String[] one = {
            "--port", Integer.toString(port), "--feeds", site.resolve("one").toString()
        };
        String[] two = {
            "--port", Integer.toString(port + 1), "--feeds", site.resolve("two").toString()
        };
        var second = serve(two);
        var first = serve(one);
        assertThat(get(second, "/atom.xml").statusCode()).isEqualTo(200);
        assertThat(get(first, "/atom.xml").statusCode()).isEqualTo(200);
        for (var service : List.of(first, second)) {
            service.process().destroy();
            assertThat(service.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        }

        // The status of the first one takes the port of the second, which says what to do.
        var alone = serve(one);
        assertThat(refusal(launch(two)))
                .contains("port " + (port + 1), "set `port` in [operator] of its feedside.toml");
        alone.process().destroy();
        assertThat(alone.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        write("feedside.toml", "[operator]\nport = 0\n");
        assertThat(get(serve(one), "/atom.xml").statusCode()).isEqualTo(200);
        assertThat(get(serve(two), "/atom.xml").statusCode()).isEqualTo(200);
    }

    @Test
    void the_operators_server_can_be_disabled() throws Exception {
        write("feedside.toml", "[operator]\nenabled = false\n");

        var service = serve();

        assertThat(get(service, "/atom.xml").statusCode()).isEqualTo(200);
        assertThat(service.lines()).noneMatch(line -> line.contains("status at"));
        service.process().destroy();
        assertThat(service.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(site.resolve("feeds/.feedside/polls")).doesNotExist();
    }
}
