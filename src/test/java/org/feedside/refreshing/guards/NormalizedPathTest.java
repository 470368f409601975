package org.feedside.refreshing.guards;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class NormalizedPathTest {
    @ParameterizedTest
    @RowSource("moving-paths")
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
