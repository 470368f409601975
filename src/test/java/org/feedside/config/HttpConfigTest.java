package org.feedside.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The {@code [http]} table of the settings. */
class HttpConfigTest {
    @Test
    void the_defaults_are_those_of_the_readme() {
        var http = ServiceConfigReader.read("feedside.toml", "[http]")
                .value()
                .orElseThrow()
                .http();

        assertThat(http)
                .isEqualTo(new HttpConfig(
                        Duration.ofHours(1),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        Duration.ofDays(1),
                        Optional.empty(),
                        true,
                        Optional.of(4),
                        List.of(),
                        ProxyField.X_FORWARDED_FOR,
                        20_000,
                        Duration.ofSeconds(75),
                        Duration.ofSeconds(20),
                        MovedFeeds.NONE));
    }

    @Test
    void every_key_has_an_effect() {
        var http = ServiceConfigReader.read("feedside.toml", """
                        [http]
                        max_age = "2h"
                        shared_max_age = "5s"
                        stale_while_revalidate = "6s"
                        stale_if_error = "7d"
                        rhythm = { least = "10min", most = "3h" }
                        deltas = false
                        burst = 0
                        trusted_proxies = ["127.0.0.1", "2001:db8::/32"]
                        proxy_field = "Forwarded"
                        max_connections = 100
                        idle_timeout = "10s"
                        retired = ["tags/old/"]
                        moved = { "feed.xml" = "rss.xml" }
                        """)
                .value()
                .orElseThrow()
                .http();

        assertThat(http)
                .isEqualTo(new HttpConfig(
                        Duration.ofHours(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6),
                        Duration.ofDays(7),
                        Optional.of(new HttpConfig.MaxAgeBounds(Duration.ofMinutes(10), Duration.ofHours(3))),
                        false,
                        Optional.empty(),
                        List.of(
                                AddressRange.parse("127.0.0.1/32").orElseThrow(),
                                AddressRange.parse("2001:db8::/32").orElseThrow()),
                        ProxyField.FORWARDED,
                        100,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        new MovedFeeds(Map.of("feed.xml", "rss.xml"), Set.of("tags/old/"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max_age = "0s"                         | `max_age` must be at least one second
            maxage = "1h"                          | unknown key `maxage`; did you mean `max_age`?
            rhythm = { least = "2h", most = "1h" } | `least` must not be longer than `most`
            rhythm = { most = "6h" }               | `least` must not be longer than `most`
            idle_timeout = "0s"                    | `idle_timeout` must be at least one second
            max_connections = 0                    | `max_connections` must be from 1 to 1000000
            burst = -1                             | `burst` must not be negative
            trusted_proxies = ["localhost"]        | `localhost` is not an IP address
            proxy_field = "X-Real-IP"              | `proxy_field` must be "X-Forwarded-For" or "Forwarded"
            moved = { "a/" = "b" }                 | a/ moved to b: either both paths or neither must end with a slash
            moved = { "a" = "/a" }                 | a is part of a redirect loop: remove one of the moves in it
            moved = { "a" = "b", "b" = "a" }       | is part of a redirect loop: remove one of the moves in it
            moved = { "a/" = "a/b/" }              | a/ is part of a redirect loop: remove one of the moves in it
            """)
    void an_error_is_reported_at_its_place(String setting, String message) {
        var parsed = ServiceConfigReader.read("feedside.toml", "[http]\n" + setting);

        assertThat(parsed.value()).isEmpty();
        assertThat(parsed.problems()).extracting(Diagnostic::toString).anyMatch(p -> p.contains(message));
        assertThat(parsed.problems()).allMatch(p -> p.place().line() == 2);
    }
}
