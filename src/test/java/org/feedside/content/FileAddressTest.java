package org.feedside.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.feedside.testing.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where front matter says that a file is. */
class FileAddressTest {
    static Stream<Rows.Row> addresses() {
        return Rows.of("enclosure-addresses").filter(row -> !row.text(1).equals("mistake"));
    }

    static Stream<Rows.Row> mistakes() {
        return Rows.of("enclosure-addresses").filter(row -> row.text(1).equals("mistake"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void an_address_says_where_a_file_is(Rows.Row row) {
        var address = new FileAddress(row.text(0));

        assertThat(FileAddress.mistake(row.text(0))).isEmpty();
        assertThat(address.isBesidePage()).isEqualTo(row.text(1).equals("beside"));
        assertThat(address.isOfSite()).isEqualTo(row.text(1).equals("of site"));
        assertThat(address.isElsewhere()).isEqualTo(row.text(1).equals("elsewhere"));
        assertThat(address.fileName()).isEqualTo(row.text(3));
        if (!address.isElsewhere()) {
            assertThat(address.path()).isEqualTo(row.text(2));
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_text_that_could_mean_another_place_is_none(Rows.Row row) {
        assertThat(FileAddress.mistake(row.text(0))).contains(row.text(2));
        assertThatIllegalArgumentException().isThrownBy(() -> new FileAddress(row.text(0)));
    }
}
