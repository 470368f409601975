package org.feedside.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.feedside.testing.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Addresses of files in front matter. */
class FileAddressTest {
    static Stream<Rows.Row> addresses() {
        return Rows.of("enclosure-addresses").filter(row -> !row.text(1).equals("error"));
    }

    static Stream<Rows.Row> errors() {
        return Rows.of("enclosure-addresses").filter(row -> row.text(1).equals("error"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void an_address_is_relative_or_a_path_of_the_site_or_a_url(Rows.Row row) {
        var address = new FileAddress(row.text(0));

        assertThat(FileAddress.error(row.text(0))).isEmpty();
        assertThat(address.isBesidePage()).isEqualTo(row.text(1).equals("beside"));
        assertThat(address.isSitePath()).isEqualTo(row.text(1).equals("site path"));
        assertThat(address.isUrl()).isEqualTo(row.text(1).equals("url"));
        assertThat(address.fileName()).isEqualTo(row.text(3));
        if (!address.isUrl()) {
            assertThat(address.path()).isEqualTo(row.text(2));
        }
    }

    @ParameterizedTest
    @MethodSource("errors")
    void a_text_that_could_lead_elsewhere_is_rejected(Rows.Row row) {
        assertThat(FileAddress.error(row.text(0))).contains(row.text(2));
        assertThatIllegalArgumentException().isThrownBy(() -> new FileAddress(row.text(0)));
    }
}
