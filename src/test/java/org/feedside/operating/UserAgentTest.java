package org.feedside.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;

class UserAgentTest {
    @ParameterizedTest
    @RowSource("user-agents")
    void a_reader_is_known_by_what_it_sends(Rows.Row row) {
        var read = UserAgent.read(row.optional(0));

        assertThat(read.reader()).isEqualTo(row.text(1));
        assertThat(read.subscribers()).isEqualTo(row.optional(2).map(Long::parseLong));
        assertThat(read.feedId()).isEqualTo(row.text(3));
    }

    @Test
    @Timeout(10)
    void a_field_as_long_as_servers_take_costs_nothing() {
        for (var part :
                new String[] {"1,234 ", "subscribers ", "feed-id:", "Mozilla/", "compatible;", "users ", "\0"}) {
            var field = Optional.of(part.repeat(8_000 / part.length()));
            for (var i = 0; i < 1_000; i++) {
                assertThat(UserAgent.read(field).reader().length()).isLessThanOrEqualTo(40);
            }
        }
    }

    @Test
    void what_is_known_of_a_reader_is_no_more_than_its_name() {
        var read = UserAgent.read(Optional.of("MyReader/1.0 (+https://example.org/~ann; ann@example.org; 192.0.2.1)"));

        assertThat(read).isEqualTo(new UserAgent("MyReader", Optional.empty(), ""));
    }
}
