package org.feedside.publishing.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.feedside.content.LastGoodText;
import org.feedside.content.PageDate;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;
import org.feedside.feeds.Person;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Maps the state to a store with one map for each column, so that a new column is a new map and old files stay readable.
 */
record StateColumns(MVStore store) {
    private static final String IDENTITY = "identity";
    private static final String GOOD_DIGESTS = "good.digest";
    private static final String GOOD_TEXTS = "good.text";
    private static final String POST_IDS = "post.id";
    private static final String POST_PATHS = "post.path";

    /** The columns of a document, with its text in each of them. The names are stored. */
    private enum Column {
        URL,
        ID,
        FORMAT,
        DIGEST,
        UPDATED,
        LAST_MODIFIED,
        PAST,
        PAGE,
        LANGUAGE,
        TITLE,
        DESCRIPTION,
        AUTHOR,
        AUTHOR_EMAIL;

        Optional<String> text(DocumentState document) {
            return switch (this) {
                case URL -> Optional.of(document.file().url());
                case ID -> Optional.of(document.file().id());
                case FORMAT -> Optional.of(document.format().name());
                case DIGEST -> Optional.of(document.digest());
                case UPDATED -> Optional.of(document.updated().text());
                case LAST_MODIFIED -> Optional.of(document.lastModified().toString());
                case PAST ->
                    Optional.of(document.past()).filter(past -> !past.isEmpty()).map(PastVersion::write);
                case PAGE -> Optional.of(document.page());
                case LANGUAGE -> Optional.of(document.language());
                case TITLE -> Optional.of(document.title());
                case DESCRIPTION -> document.description();
                case AUTHOR -> Optional.of(document.author().name());
                case AUTHOR_EMAIL -> document.author().email();
            };
        }
    }

    /**
     * Reads the state.
     *
     * @param goodText reads the last valid text of a file on demand: the texts are many, and needed for broken files
     *     only
     */
    PublishedState read(UnaryOperator<String> goodText) {
        var identity = map(IDENTITY);
        if (!identity.containsKey("base_url")) {
            return PublishedState.NONE;
        }
        var documents = new HashMap<String, DocumentState>();
        column(Column.DIGEST).keySet().forEach(path -> documents.put(path, document(path)));
        var posts = new HashMap<String, PostState>();
        map(POST_IDS).forEach((file, id) -> posts.put(file, new PostState(id, get(map(POST_PATHS), file))));
        var goodTexts = new HashMap<String, LastGoodText>();
        map(GOOD_DIGESTS)
                .forEach((file, digest) -> goodTexts.put(file, new LastGoodText(digest, () -> goodText.apply(file))));
        return new PublishedState(
                Optional.of(new Identity(get(identity, "base_url"), Boolean.parseBoolean(get(identity, "drafts")))),
                documents,
                posts,
                goodTexts);
    }

    private DocumentState document(String path) {
        return new DocumentState(
                new FeedFile(
                        path, cell(Column.URL, path), cell(Column.ID, path), Format.valueOf(cell(Column.FORMAT, path))),
                cell(Column.DIGEST, path),
                PageDate.parse(cell(Column.UPDATED, path)).orElseThrow(),
                Instant.parse(cell(Column.LAST_MODIFIED, path)),
                optionalCell(Column.PAST, path).map(PastVersion::read).orElse(List.of()),
                cell(Column.PAGE, path),
                cell(Column.LANGUAGE, path),
                cell(Column.TITLE, path),
                optionalCell(Column.DESCRIPTION, path),
                new Person(cell(Column.AUTHOR, path), optionalCell(Column.AUTHOR_EMAIL, path)));
    }

    /** Reads the last valid text of a file. */
    String goodText(String file) {
        return get(map(GOOD_TEXTS), file);
    }

    /** Writes what differs between the state in the store and the next one, without a commit. */
    void write(PublishedState saved, PublishedState next) {
        next.identity().ifPresent(identity -> {
            map(IDENTITY).put("base_url", identity.baseUrl());
            map(IDENTITY).put("drafts", String.valueOf(identity.drafts()));
        });
        changedEntries(saved.documents(), next.documents()).forEach(this::put);
        for (var column : Column.values()) {
            removedKeys(saved.documents(), next.documents()).forEach(column(column)::remove);
        }
        changedEntries(saved.posts(), next.posts()).forEach((file, post) -> {
            map(POST_IDS).put(file, post.id());
            map(POST_PATHS).put(file, post.path());
        });
        removedKeys(saved.posts(), next.posts()).forEach(file -> {
            map(POST_IDS).remove(file);
            map(POST_PATHS).remove(file);
        });
        changedEntries(saved.goodTexts(), next.goodTexts()).forEach((file, text) -> {
            map(GOOD_TEXTS).put(file, text.text());
            map(GOOD_DIGESTS).put(file, text.digest());
        });
        removedKeys(saved.goodTexts(), next.goodTexts()).forEach(file -> {
            map(GOOD_TEXTS).remove(file);
            map(GOOD_DIGESTS).remove(file);
        });
    }

    private void put(String path, DocumentState document) {
        for (var column : Column.values()) {
            column.text(document)
                    .ifPresentOrElse(
                            text -> column(column).put(path, text),
                            () -> column(column).remove(path));
        }
    }

    private static <T> Map<String, T> changedEntries(Map<String, T> before, Map<String, T> after) {
        Map<String, T> changed = new TreeMap<>(after);
        changed.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        return changed;
    }

    private static List<String> removedKeys(Map<String, ?> before, Map<String, ?> after) {
        return before.keySet().stream().filter(key -> !after.containsKey(key)).toList();
    }

    private MVMap<String, String> column(Column column) {
        return map("document." + column.name());
    }

    private String cell(Column column, String path) {
        return get(column(column), path);
    }

    private Optional<String> optionalCell(Column column, String path) {
        return Optional.ofNullable(column(column).get(path));
    }

    private MVMap<String, String> map(String name) {
        return store.openMap(name);
    }

    private static String get(Map<String, String> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }
}
