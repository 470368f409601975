package org.feedside.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentEncodingTest {
    @Test
    void only_ascii_digits_encode_an_octet() {
        assertThat(PercentEncoding.partlyEncodedPath("/%4a%zz")).isEqualTo("/%4a%25zz");
        assertThat(PercentEncoding.partlyEncodedPath("/%\uff14\uff11")).isEqualTo("/%25%EF%BC%94%EF%BC%91");
    }
}
