package org.feedside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A site whose feeds have the sizes for the comparison of servers. */
final class ServedSite {
    /** A feed of short notes: 12 KB with gzip. */
    static final String NOTES = "/tags/notes/atom.xml";
    /** A feed of long essays: 80 KB with gzip. */
    static final String ESSAYS = "/tags/essays/atom.xml";

    private static final int NOTE_LENGTH = 1150;
    private static final int ESSAY_LENGTH = 9800;

    private ServedSite() {}

    static Path in(Path parent, long seed) throws IOException {
        var folder = parent.resolve("site-served");
        var content = Files.createDirectories(folder.resolve("content"));
        var prose = Prose.language(seed);
        for (int post = 0; post < GeneratedSite.ENTRIES; post++) {
            write(content, "notes", post, prose.body(NOTE_LENGTH));
            write(content, "essays", post, prose.body(ESSAY_LENGTH));
        }
        Files.writeString(folder.resolve("zola.toml"), """
                base_url = "https://blog.example.org"
                title = "A generated site"
                taxonomies = [{ name = "tags", feed = true }]
                """);
        // Without this setting Feedside responds with 429 to repeated downloads.
        Files.writeString(folder.resolve("feedside.toml"), "[http]\nburst = 0\n");
        return folder;
    }

    private static void write(Path content, String tag, int post, String body) throws IOException {
        Files.writeString(content.resolve("%s-%02d.md".formatted(tag, post)), """
                +++
                title = "The %2$d of the %1$s"
                date = 2025-01-%2$02d
                [taxonomies]
                tags = ["%1$s"]
                +++
                %3$s""".formatted(tag, post + 1, body));
    }
}
