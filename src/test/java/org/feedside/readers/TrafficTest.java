package org.feedside.readers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrafficTest {
    @Test
    void readers_that_send_conditional_requests_download_less_than_a_tenth() {
        var result = new Traffic(10).run();

        var service = Traffic.conditional(result.service());
        var files = Traffic.conditional(result.files());
        assertThat(service.bytes() * 10).isLessThan(files.bytes());
    }
}
