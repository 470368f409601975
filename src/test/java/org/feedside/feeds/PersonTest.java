package org.feedside.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.feedside.testing.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonTest {
    static Stream<Rows.Row> persons() {
        return Rows.of("9-persons");
    }

    @ParameterizedTest
    @MethodSource("persons")
    void a_text_is_split_into_name_and_email(Rows.Row row) {
        var person = Person.parse(row.text(0));

        assertThat(person.name()).isEqualTo(row.text(1));
        assertThat(person.email()).isEqualTo(row.optional(2));
    }
}
