package org.feedside.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.feedside.testing.TestSite;
import org.junit.jupiter.api.Test;

class SiteFolderTest {
    @Test
    void zola_toml_is_read_before_config_toml() {
        var site = TestSite.empty()
                .file("config.toml", "base_url = 'https://old.example'")
                .page("a.md", "title = 'x'");

        assertThat(site.read().site().config().baseUrl()).isEqualTo("https://old.example");
        assertThat(site.file("zola.toml", "base_url = 'https://new.example'")
                        .read()
                        .site()
                        .config()
                        .baseUrl())
                .isEqualTo("https://new.example");
    }

    @Test
    void the_error_for_a_folder_without_configuration_says_what_to_do() {
        var read = TestSite.empty().read();

        assertThat(read.messages())
                .containsExactly(
                        "config.toml:1:1: error: there is no configuration here: pass the folder of your site, the one with zola.toml or config.toml, as in `feedside build my-site`; for posts of another generator run `feedside init`, or write feedside.toml with [site], base_url = \"https://example.org\" and title = \"My site\"");
    }

    @Test
    void errors_of_both_configurations_are_reported_at_once() {
        var read = TestSite.empty()
                .file("zola.toml", "title = 1")
                .file("feedside.toml", "port = 'x'")
                .file("content/picture.svg", "")
                .read();

        assertThat(read.messages())
                .containsExactlyInAnyOrder(
                        "feedside.toml:1:1: error: `port` must be a whole number, not a string",
                        "zola.toml:1:1: error: `base_url` is missing: write the URL of the site, as in base_url = \"https://example.org\"",
                        "zola.toml:1:1: error: `title` must be a string, not a number");
    }

    @Test
    void a_byte_order_mark_is_not_part_of_a_configuration() {
        var read = TestSite.empty()
                .file("zola.toml", "\uFEFFbase_url = 'https://example.org'")
                .file("feedside.toml", "\uFEFFlimit = 3")
                .file("content/picture.svg", "")
                .read();

        assertThat(read.messages()).isEmpty();
    }

    @Test
    void a_configuration_that_is_not_utf_8_is_an_error_at_its_place() {
        var read = TestSite.empty()
                .file(
                        "zola.toml",
                        "base_url = 'https://example.org'\ntitle = 'caf\u00E9'\n".getBytes(StandardCharsets.ISO_8859_1))
                .read();

        assertThat(read.messages())
                .containsExactly("zola.toml:2:13: error: this byte is not valid UTF-8: save the file as UTF-8");
    }
}
