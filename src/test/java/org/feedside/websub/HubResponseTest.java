package org.feedside.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.testing.Rows;
import org.feedside.testing.Rows.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the answers of hubs mean, row by row. */
class HubResponseTest {
    static Stream<Row> answers() {
        return Rows.of("websub-answers");
    }

    static Stream<Row> redirects() {
        return Rows.of("websub-redirects");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_concerns_the_topic_or_the_hub(Row row) {
        var reply = new HubResponse(Integer.parseInt(row.text(0)), Optional.empty(), row.optional(1));

        assertThat(reply.isRedirect()).isFalse();
        assertThat(described(reply.meaning())).isEqualTo(row.text(2) + " " + row.text(3));
    }

    private static String described(PingResult answer) {
        if (answer instanceof PingResult.Refused no) {
            return "topic " + no.retryAfter().map(wait -> wait.toSeconds() + "").orElse("");
        }
        return answer instanceof PingResult.Unavailable no
                ? "hub " + no.retryAfter().map(wait -> wait.toSeconds() + "").orElse("")
                : "taken ";
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void a_redirect_is_followed_unless_it_leaves_http_or_safety(Row row) {
        var reply = new HubResponse(307, row.optional(1), Optional.empty());

        assertThat(reply.target(URI.create(row.text(0))).map(URI::toString)).isEqualTo(row.optional(2));
    }
}
