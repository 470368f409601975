package org.feedside.refreshing.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.feedside.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NormalizedPathTest {
    static Stream<Rows.Row> addresses() {
        return Rows.of("moving-paths");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_url_is_compared_by_its_path_alone(Rows.Row row) {
        assertThat(NormalizedPath.of(row.text(0))).isEqualTo(row.optional(1));
    }

    @Test
    void the_path_of_the_site_is_removed() {
        assertThat(NormalizedPath.below("http://a.example/blog/", "https://b.example/blog/x/"))
                .contains("/x");
        assertThat(NormalizedPath.below("http://a.example", "https://b.example/blog/x/"))
                .contains("/blog/x");
        assertThat(NormalizedPath.below("http://a.example/blog", "https://b.example/blogs/x/"))
                .isEmpty();
    }
}
