package org.feedside.publishing.state;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.content.LastGoodText;

/**
 * The state that must survive the end of the process.
 *
 * @param identity the site; empty before the first publication
 * @param publishers the services that published it, each named by its first start, the current one last; empty if only builds
 *     did
 * @param generation the number of the publication; it grows with each change that readers can see
 * @param posts the posts in any feed, by the path of their file below the content folder
 * @param goodTexts the last valid text of each file whose post is in a feed, and of each section, by path: it is used
 *     if the file is broken at the next start
 */
public record PublishedState(
        Optional<Identity> identity,
        List<Instant> publishers,
        long generation,
        Map<String, DocumentState> documents,
        Map<String, PostState> posts,
        Map<String, LastGoodText> goodTexts) {
    /** The state before the first publication. */
    public static final PublishedState NONE =
            new PublishedState(Optional.empty(), List.of(), 0, Map.of(), Map.of(), Map.of());

    /** More than a publisher makes while its followers are away. */
    private static final long PROMOTION = 1_000;

    public PublishedState {
        publishers = List.copyOf(publishers);
        documents = Collections.unmodifiableMap(new TreeMap<>(documents));
        posts = Collections.unmodifiableMap(new TreeMap<>(posts));
        goodTexts = Collections.unmodifiableMap(new TreeMap<>(goodTexts));
    }

    /** Returns this state with the number of the one before it, or the next number if readers see a difference. */
    public PublishedState after(PublishedState before) {
        var isSame = identity.equals(before.identity())
                && (documents.equals(before.documents())
                        || documentsWithoutPast().equals(before.documentsWithoutPast()))
                && (posts.equals(before.posts()) || postsOfReaders().equals(before.postsOfReaders()));
        return new PublishedState(
                identity, publishers, isSame ? before.generation : before.generation + 1, documents, posts, goodTexts);
    }

    /**
     * Returns this state for another publisher that continues from it. The number of its publications is greater than all
     * that the last publisher may have published since. Each document is newer than any version that is known: the last
     * publisher may have published another one, which is not replaced by an older one.
     */
    public PublishedState promoted(Instant publisher) {
        return new PublishedState(
                identity,
                Stream.concat(publishers.stream(), Stream.of(publisher)).toList(),
                generation + PROMOTION,
                documents.values().stream()
                        .map(document -> document.newer(publisher))
                        .collect(Collectors.toMap(document -> document.file().path(), document -> document)),
                posts,
                goodTexts);
    }

    private List<DocumentState> documentsWithoutPast() {
        return documents.values().stream()
                .map(document -> document.withPast(List.of()))
                .toList();
    }

    /** Readers know neither the file of a post nor its built page. */
    private Set<PostState> postsOfReaders() {
        return posts.values().stream()
                .map(post -> new PostState(post.id(), post.path()))
                .collect(Collectors.toSet());
    }
}
