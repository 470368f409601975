package org.feedside.publishing.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.content.LastGoodText;
import org.feedside.content.PageDate;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;
import org.feedside.feeds.Person;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Maps the state to a store with a map for each column: after a new column, old files stay readable. */
record StateColumns(MVStore store) {
    private static final String IDENTITY = "identity";

    private static final List<Column<DocumentState>> DOCUMENTS = List.of(
            new Column<>("document.URL", document -> Optional.of(document.file().url())),
            new Column<>("document.ID", document -> Optional.of(document.file().id())),
            new Column<>(
                    "document.FORMAT", document -> Optional.of(document.format().name())),
            new Column<>("document.DIGEST", document -> Optional.of(document.digest())),
            new Column<>(
                    "document.UPDATED",
                    document -> Optional.of(document.updated().text())),
            new Column<>(
                    "document.LAST_MODIFIED",
                    document -> Optional.of(document.lastModified().toString())),
            new Column<>(
                    "document.PAST",
                    document -> Optional.of(PastVersion.write(document.past())).filter(past -> !past.isEmpty())),
            new Column<>("document.PAGE", document -> Optional.of(document.page())),
            new Column<>("document.LANGUAGE", document -> Optional.of(document.language())),
            new Column<>("document.TITLE", document -> Optional.of(document.title())),
            new Column<>("document.DESCRIPTION", DocumentState::description),
            new Column<>(
                    "document.AUTHOR", document -> Optional.of(document.author().name())),
            new Column<>("document.AUTHOR_EMAIL", document -> document.author().email()));

    private static final List<Column<PostState>> POSTS = List.of(
            new Column<>("post.id", post -> Optional.of(post.id())),
            new Column<>("post.path", post -> Optional.of(post.path())),
            new Column<>("post.page", post -> post.page().map(PostState.BuiltState::toString)));

    private static final List<Column<LastGoodText>> GOOD_TEXTS = List.of(
            new Column<>("good.text", text -> Optional.of(text.text())),
            new Column<>("good.digest", text -> Optional.of(text.digest())));

    /** A column: its name in the store, and the text that it has for a value. */
    private record Column<T>(String name, Function<T, Optional<String>> text) {}

    /**
     * @param goodText reads the last valid text of a file on demand: the texts are many, and needed for broken files
     *     only
     */
    PublishedState read(UnaryOperator<String> goodText) {
        if (!map(IDENTITY).containsKey("base_url")) {
            return PublishedState.NONE;
        }
        var documents = new HashMap<String, DocumentState>();
        map("document.DIGEST").keySet().forEach(path -> documents.put(path, document(path)));
        var posts = new HashMap<String, PostState>();
        map("post.id")
                .forEach((file, id) -> posts.put(
                        file,
                        new PostState(
                                id,
                                cell("post.path", file),
                                optionalCell("post.page", file).map(PostState.BuiltState::parse))));
        var goodTexts = new HashMap<String, LastGoodText>();
        map("good.digest")
                .forEach((file, digest) -> goodTexts.put(file, new LastGoodText(digest, () -> goodText.apply(file))));
        return new PublishedState(
                Optional.of(new Identity(cell(IDENTITY, "base_url"), Boolean.parseBoolean(cell(IDENTITY, "drafts")))),
                optionalCell(IDENTITY, "publishers").stream()
                        .flatMap(names -> Stream.of(names.split(" ")))
                        .map(Instant::parse)
                        .toList(),
                optionalCell(IDENTITY, "generation").map(Long::parseLong).orElse(1L),
                documents,
                posts,
                goodTexts);
    }

    private DocumentState document(String path) {
        return new DocumentState(
                new FeedFile(
                        path,
                        cell("document.URL", path),
                        cell("document.ID", path),
                        Format.valueOf(cell("document.FORMAT", path))),
                cell("document.DIGEST", path),
                PageDate.parse(cell("document.UPDATED", path)).orElseThrow(),
                Instant.parse(cell("document.LAST_MODIFIED", path)),
                optionalCell("document.PAST", path).map(PastVersion::read).orElse(List.of()),
                cell("document.PAGE", path),
                cell("document.LANGUAGE", path),
                cell("document.TITLE", path),
                optionalCell("document.DESCRIPTION", path),
                new Person(cell("document.AUTHOR", path), optionalCell("document.AUTHOR_EMAIL", path)));
    }

    String goodText(String file) {
        return cell("good.text", file);
    }

    /** Writes what differs between the state in the store and the next one, without a commit. */
    void write(PublishedState saved, PublishedState next) {
        next.identity().ifPresent(identity -> {
            map(IDENTITY).put("base_url", identity.baseUrl());
            map(IDENTITY).put("drafts", String.valueOf(identity.drafts()));
            map(IDENTITY).put("generation", String.valueOf(next.generation()));
            if (!next.publishers().isEmpty()) {
                map(IDENTITY)
                        .put(
                                "publishers",
                                next.publishers().stream()
                                        .map(Instant::toString)
                                        .collect(Collectors.joining(" ")));
            }
        });
        write(DOCUMENTS, saved.documents(), next.documents());
        write(POSTS, saved.posts(), next.posts());
        write(GOOD_TEXTS, saved.goodTexts(), next.goodTexts());
    }

    private <T> void write(List<Column<T>> columns, Map<String, T> before, Map<String, T> after) {
        var changed = new TreeMap<>(after);
        changed.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        var removed =
                before.keySet().stream().filter(key -> !after.containsKey(key)).toList();
        for (var column : columns) {
            var cells = map(column.name());
            changed.forEach((key, value) ->
                    column.text().apply(value).ifPresentOrElse(text -> cells.put(key, text), () -> cells.remove(key)));
            removed.forEach(cells::remove);
        }
    }

    private String cell(String column, String key) {
        return Objects.requireNonNull(map(column).get(key), key);
    }

    private Optional<String> optionalCell(String column, String key) {
        return Optional.ofNullable(map(column).get(key));
    }

    private MVMap<String, String> map(String name) {
        return store.openMap(name);
    }
}
