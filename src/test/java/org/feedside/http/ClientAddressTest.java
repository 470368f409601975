package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.config.AddressRange;
import org.feedside.config.ProxyField;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.feedside.testing.WordSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    private static final List<AddressRange> TRUSTED = Stream.of("10.0.0.0/8", "192.0.2.0/24")
            .map(range -> AddressRange.parse(range).orElseThrow())
            .toList();

    private final ClientAddress clients = new ClientAddress(TRUSTED, ProxyField.X_FORWARDED_FOR);

    @ParameterizedTest
    @RowSource("http/clients")
    void the_client_address_comes_from_the_connection_or_a_trusted_proxy(Rows.Row row) {
        var fields = Stream.of(
                        row.optional(1).map("X-Forwarded-For: "::concat),
                        row.optional(2).map("Forwarded: "::concat))
                .flatMap(Optional::stream)
                .toArray(String[]::new);

        var client = clients.of(Requests.from(row.text(0), "/atom.xml", fields));

        assertThat(client.map(AddressRange::toString)).isEqualTo(row.optional(3));
    }

    /** The client sends an X-Forwarded-For too, which such a proxy passes on. */
    @ParameterizedTest
    @RowSource("http/forwarded")
    void the_client_address_comes_from_the_field_that_the_proxy_writes(Rows.Row row) {
        var forwarded = new ClientAddress(TRUSTED, ProxyField.FORWARDED);

        var client = forwarded.of(
                Requests.from("192.0.2.1", "/atom.xml", "X-Forwarded-For: 9.9.9.9", "Forwarded: " + row.text(0)));

        assertThat(client.map(AddressRange::toString)).isEqualTo(row.optional(1));
    }

    @Test
    void a_trusted_proxy_without_its_field_names_no_client() {
        assertThat(new ClientAddress(TRUSTED, ProxyField.FORWARDED)
                        .of(Requests.from("192.0.2.1", "/atom.xml", "X-Forwarded-For: 9.9.9.9")))
                .isEmpty();
    }

    @Test
    void a_request_through_an_unknown_cache_has_no_client_address() {
        assertThat(clients.of(Requests.get("/atom.xml", "Via: 1.1 cache"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0/0", "10.0.0.0/8", "203.0.113.5/32", "2001:db8:0:0:0:0:0:0/32", "0:0:0:0:0:0:0:0/0"})
    void a_range_keeps_its_text_form(String text) {
        assertThat(AddressRange.parse(text).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @EmptySource
    @WordSource("""
            /8 10.0.0.0/33 10.0.0.0/-1 10.0.0.0/ 10.0/8 ::/129 host/8 1.2.3.4.5 :
            """)
    void malformed_ranges_are_rejected(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }
}
