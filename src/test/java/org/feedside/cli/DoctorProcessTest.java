package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code doctor} against the real service. */
class DoctorProcessTest extends ServiceProcess {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int doctor(String... arguments) {
        return new CommandLine(new Feedside())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(
                        Stream.concat(Stream.of("doctor"), Stream.of(arguments)).toArray(String[]::new));
    }

    @Test
    void feeds_that_are_served_at_their_base_url_have_no_findings() throws Exception {
        var port = freePort();
        var base = "http://127.0.0.1:%d".formatted(port);
        // The port after it may be taken.
        write("feedside.toml", "[operator]\nport = 0\n");
        serve("--port", Integer.toString(port), "--base-url", base);

        var code = doctor("--site", site.toString(), "--base-url", base);

        assertThat(out.toString().lines())
                .containsExactly(
                        base + "/atom.xml: six readers, no findings",
                        base + "/rss.xml: six readers, no findings",
                        base + "/feed.json: six readers, no findings",
                        base + "/tags/a/atom.xml: six readers, no findings");
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
    }

    @Test
    void a_finding_has_its_effect_and_its_remedy() throws Exception {
        var service = serve();

        var code = doctor(
                "http://blog.example.invalid/rss.xml",
                "--connect",
                service.address().substring(7));

        assertThat(out.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo(
                                        "http://blog.example.invalid/rss.xml: warning: every reader: names a host other than blog.example.invalid: its own address is https://example.org/rss.xml, and its page and 2 of its 2 entries are there too"),
                        line -> assertThat(line).startsWith("    FreshRSS and WebSub use that address"),
                        line -> assertThat(line)
                                .startsWith("    What to do: set `base_url` in zola.toml")
                                .contains("http://blog.example.invalid,"),
                        line -> assertThat(line).isEqualTo("http://blog.example.invalid/rss.xml: 1 finding"));
        assertThat(code).isEqualTo(1);
    }

    @Test
    void a_local_address_may_differ_from_the_base_url() throws Exception {
        var service = serve();

        assertThat(doctor(service.address() + "/rss.xml")).isZero();
        assertThat(out.toString()).isEqualTo(service.address() + "/rss.xml: six readers, no findings\n");
        assertThat(doctor(service.address().replace("127.0.0.1", "localhost") + "/rss.xml"))
                .isZero();
    }

    @Test
    void a_server_to_connect_to_must_be_there() throws IOException {
        var server = "127.0.0.1:" + freePort();

        assertThat(doctor("http://blog.example.invalid/rss.xml", "--connect", server))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        "error: --connect: cannot connect to %s: Connection refused; check that the server runs and listens there\n"
                                .formatted(server));
        assertThat(doctor("http://blog.example.invalid/rss.xml", "--connect", "nonsense"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--connect needs a host and a port");
    }

    @Test
    void json_contains_each_feed_with_its_findings() throws Exception {
        var service = serve();

        var code = doctor(
                "--json",
                "http://blog.example.invalid/rss.xml",
                "--connect",
                service.address().substring(7));

        var document = JsonMapper.shared().readTree(out.toString());
        var feed = document.get("feeds").get(0);
        assertThat(feed.get("feed").asString()).isEqualTo("http://blog.example.invalid/rss.xml");
        assertThat(feed.get("reached").asBoolean()).isTrue();
        var finding = feed.get("findings").get(0);
        assertThat(finding.get("severity").asString()).isEqualTo("warning");
        assertThat(finding.get("every_reader").asBoolean()).isTrue();
        assertThat(finding.get("readers").size()).isEqualTo(6);
        assertThat(finding.get("remedy").asString()).startsWith("set `base_url` in zola.toml");
        assertThat(document.get("warnings").asInt()).isEqualTo(1);
        assertThat(document.get("exit_code").asInt()).isEqualTo(code).isEqualTo(1);
    }

    @Test
    void an_unusable_url_is_reported_in_json() throws IOException {
        var code = doctor("--json", "ftp://example.org/");

        var document = JsonMapper.shared().readTree(out.toString());
        assertThat(document.get("problems").get(0).get("message").asString())
                .contains("is not a URL with http or https");
        assertThat(document.get("exit_code").asInt()).isEqualTo(code).isEqualTo(2);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void unreachable_feeds_are_reported_with_exit_code_2() throws IOException {
        var base = "http://127.0.0.1:%d".formatted(freePort());

        var code = doctor("--site", site.toString(), "--base-url", base);

        assertThat(out.toString().lines().filter(line -> line.contains("the connection was refused")))
                .hasSize(4);
        assertThat(code).isEqualTo(2);
    }

    @Test
    void an_unusable_url_is_rejected() throws IOException {
        assertThat(doctor("ftp://example.org/")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        "error: ftp://example.org/ is not a URL with http or https: write it as https://blog.example.org/atom.xml\n");

        assertThat(doctor("https://example.org/", "--site", site.toString())).isEqualTo(2);
        assertThat(err.toString()).endsWith("error: --site cannot be combined with a URL: remove one of them\n");

        write("zola.toml", "base_url = 1\n");
        assertThat(doctor("--site", site.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("zola.toml:1:");
        assertThat(out.toString()).isEmpty();
    }
}
