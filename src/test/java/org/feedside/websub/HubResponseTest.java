package org.feedside.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows.Row;
import org.junit.jupiter.params.ParameterizedTest;

/** Tests the results of hubs' responses with tables. */
class HubResponseTest {
    @ParameterizedTest
    @RowSource("websub-answers")
    void a_response_concerns_the_topic_or_the_hub(Row row) {
        var response = new HubResponse(Integer.parseInt(row.text(0)), Optional.empty(), row.optional(1));

        assertThat(response.isRedirect()).isFalse();
        assertThat(described(response.result())).isEqualTo(row.text(2) + " " + row.text(3));
    }

    private static String described(PingResult result) {
        if (result instanceof PingResult.Refused refused) {
            return "topic "
                    + refused.retryAfter().map(wait -> wait.toSeconds() + "").orElse("");
        }
        return result instanceof PingResult.Unavailable unavailable
                ? "hub "
                        + unavailable
                                .retryAfter()
                                .map(wait -> wait.toSeconds() + "")
                                .orElse("")
                : "taken ";
    }

    @ParameterizedTest
    @RowSource("websub-redirects")
    void a_redirect_is_followed_unless_it_leaves_http_or_tls(Row row) {
        var response = new HubResponse(307, row.optional(1), Optional.empty());

        assertThat(response.target(URI.create(row.text(0))).map(URI::toString)).isEqualTo(row.optional(2));
    }
}
