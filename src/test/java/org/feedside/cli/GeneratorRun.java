package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A site of another generator than Zola, set up with {@code init} alone, and what its feeds contain. */
abstract class GeneratorRun extends CommandRun {
    protected void post(String path, String body, String... frontMatter) throws IOException {
        write(path, "---\n" + String.join("\n", frontMatter) + "\n---\n" + body + "\n");
    }

    /** Runs {@code init} and {@code build}. */
    protected void publish() {
        assertThat(feedside("init", site.toString())).as(err.toString()).isZero();
        feedside("build", site.toString());
    }

    protected List<JsonNode> entries(String path) throws IOException {
        var feed =
                new JsonMapper().readTree(Files.readString(site.resolve("feeds").resolve(path)));
        return StreamSupport.stream(feed.get("items").spliterator(), false).toList();
    }

    protected List<String> titles() throws IOException {
        return entries("feed.json").stream()
                .map(entry -> entry.get("title").asString())
                .toList();
    }

    protected List<String> urls() throws IOException {
        return entries("feed.json").stream()
                .map(entry -> entry.get("url").asString())
                .toList();
    }

    /** The content of the entry with this title. */
    protected String content(String title) throws IOException {
        return entries("feed.json").stream()
                .filter(entry -> entry.get("title").asString().equals(title))
                .map(entry -> entry.get("content_html").asString().strip())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(out + "\n" + err));
    }
}
