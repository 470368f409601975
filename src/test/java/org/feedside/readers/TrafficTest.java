package org.feedside.readers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrafficTest {
    @Test
    void readers_that_ask_whether_anything_changed_load_under_a_tenth() {
        var outcome = new Traffic(10).run();

        var ours = Traffic.conditional(outcome.ours());
        var theirs = Traffic.conditional(outcome.theirs());
        assertThat(ours.bytes() * 10).isLessThan(theirs.bytes());
    }
}
