package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;

/** Posts that another process published, and that cannot be published any more when the next one starts. */
class BrokenWhileStoppedProcessTest extends ServiceProcess {
    private static final List<String> NAMES = List.of("empty", "date", "bytes", "long", "table", "link");

    @Test
    void the_last_good_versions_stay() throws Exception {
        write("feedside.toml", "max_post_bytes = 50000\n");
        for (var name : NAMES) {
            post(name, "Good text of " + name + ".", "a");
        }
        var service = serve();
        await(service, "/atom.xml", body -> NAMES.stream().allMatch(body::contains));
        service.terminate();
        service.process().waitFor();

        write("content/empty.md", "");
        write("content/date.md", post("date", "Other text.", "a", "2025-02-30"));
        Files.write(site.resolve("content/bytes.md"), new byte[] {'+', '+', '+', '\n', (byte) 0xFF, '\n'});
        post("long", "Other text. ".repeat(5_000), "a");
        post("table", "|a".repeat(3_000) + "|\n" + "|-".repeat(3_000) + "|\n" + "|x|\n".repeat(3_000), "a");
        Files.delete(site.resolve("content/link.md"));
        Files.createSymbolicLink(site.resolve("content/link.md"), site.resolve("nowhere.md"));
        post("new", "The new text.", "a");
        var next = serve();
        var feed = await(next, "/atom.xml", body -> body.contains("The new text."));

        assertThat(feed.body()).doesNotContain("Other text.");
        for (var name : NAMES) {
            assertThat(feed.body()).contains("Good text of " + name + ".");
        }
        assertThat(Files.readString(site.resolve("feeds/tags/a/atom.xml"), StandardCharsets.UTF_8))
                .contains("Good text of table.");
    }
}
