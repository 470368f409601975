package org.feedside.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.params.ParameterizedTest;

class PersonTest {
    @ParameterizedTest
    @RowSource("9-persons")
    void a_text_is_split_into_name_and_email(Rows.Row row) {
        var person = Person.parse(row.text(0));

        assertThat(person.name()).isEqualTo(row.text(1));
        assertThat(person.email()).isEqualTo(row.optional(2));
    }
}
