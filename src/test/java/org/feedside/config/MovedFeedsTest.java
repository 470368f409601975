package org.feedside.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovedFeedsTest {
    @Test
    void a_chain_of_moves_is_followed_at_once() {
        var moves = new MovedFeeds(Map.of("/a.xml", "/b.xml", "b.xml", "x/c.xml", "x/", "y/"), Set.of());

        assertThat(moves.target("a.xml")).contains("y/c.xml");
        assertThat(moves.target("x/d/e.xml")).contains("y/d/e.xml");
        assertThat(moves.target("y/c.xml")).isEmpty();
        assertThat(moves.target("a.xml/")).contains("y/c.xml");
        assertThat(moves.target("c.xml/")).isEmpty();
        assertThat(moves.target("x")).isEmpty();
    }

    @Test
    void the_most_specific_rule_applies() {
        var moves = new MovedFeeds(
                Map.of("tags/", "t/", "tags/js/", "t/javascript/", "tags/js/rss.xml", "js.xml"), Set.of());

        assertThat(moves.target("tags/rust/atom.xml")).contains("t/rust/atom.xml");
        assertThat(moves.target("tags/js/atom.xml")).contains("t/javascript/atom.xml");
        assertThat(moves.target("tags/js/rss.xml")).contains("js.xml");
    }

    @Test
    void circles_are_rejected() {
        for (var circle : new Map<?, ?>[] {
            Map.of("a", "a"), Map.of("a", "b", "b", "a"), Map.of("a/", "a/b/"), Map.of("a/", "b/", "b/x", "a/x")
        }) {
            assertThatThrownBy(() -> new MovedFeeds(strings(circle), Set.of()))
                    .as("%s", circle)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("redirect loop");
        }
    }

    @Test
    void a_folder_cannot_become_a_file() {
        assertThatThrownBy(() -> new MovedFeeds(Map.of("a/", "b.xml"), Set.of()))
                .hasMessageContaining("slash");
    }

    @Test
    void a_retired_folder_includes_all_paths_below_it() {
        var moves = new MovedFeeds(Map.of(), Set.of("/tags/over/", "one.xml"));

        assertThat(moves.isRetired("tags/over/atom.xml")).isTrue();
        assertThat(moves.isRetired("one.xml")).isTrue();
        assertThat(moves.isRetired("tags/overall/atom.xml")).isFalse();
        assertThat(moves.isRetired("one.xml.gz")).isFalse();
    }

    private static Map<String, String> strings(Map<?, ?> map) {
        var strings = new HashMap<String, String>();
        map.forEach((key, value) -> strings.put(String.valueOf(key), String.valueOf(value)));
        return strings;
    }
}
