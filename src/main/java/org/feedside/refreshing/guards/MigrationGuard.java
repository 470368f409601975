package org.feedside.refreshing.guards;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a publication would show readers old posts as new. The rule:
 *
 * <ul>
 *   <li>A known post <em>stays</em> if there is a current post with the same file, or else with the same path.
 *   <li>A post that stays is <em>lost</em> if no current post has its id: readers would show it as new.
 *   <li>A publication is refused if more than half of the posts that stay are lost, unless they are one or two posts
 *       whose paths an author changed.
 *   <li>If the base_url differs and fewer than half of the posts stay, it is another site.
 * </ul>
 *
 * <p>Deleted and renamed posts therefore do not count, nor does a folder that is temporarily empty.
 */
public final class MigrationGuard {
    /** Up to this many posts with changed paths are assumed to be the author's intention. */
    private static final int MAX_MOVED_POSTS = 2;

    private final Set<String> ids = new HashSet<>();
    private final Map<String, KnownPost> byFile = new HashMap<>();
    private final Map<String, KnownPost> byPath = new HashMap<>();

    /** A known post that stays, and the current post in its place. */
    private record Staying(KnownPost before, KnownPost next) {}

    private MigrationGuard(List<KnownPost> current) {
        for (var post : current) {
            ids.add(post.id());
            post.file().ifPresent(file -> byFile.put(file, post));
            post.paths().forEach(path -> byPath.putIfAbsent(path, post));
        }
    }

    /** The effect of a publication on readers. */
    public sealed interface Verdict {
        /** Readers see new posts only. */
        record Allowed() implements Verdict {}

        /** Readers would get another site instead of their own. */
        record OtherSite() implements Verdict {}

        /**
         * Readers would see old posts as new.
         *
         * @param posts the known posts that would be shown again
         * @param oldId an example of a lost id
         * @param newId the id that would replace it
         */
        record LostIds(List<KnownPost> posts, String oldId, String newId) implements Verdict {
            public LostIds {
                posts = List.copyOf(posts);
            }
        }
    }

    /**
     * Returns the effect of publishing {@code current} in place of the known posts.
     *
     * @param hasMoved whether base_url differs from that of the known posts
     */
    public static Verdict judge(List<KnownPost> known, List<KnownPost> current, boolean hasMoved) {
        return new MigrationGuard(current).judge(known, current.size(), hasMoved);
    }

    private Verdict judge(List<KnownPost> known, int posts, boolean hasMoved) {
        var staying = known.stream()
                .flatMap(post -> successor(post).map(next -> new Staying(post, next)).stream())
                .toList();
        var lost = staying.stream()
                .filter(post -> !ids.contains(post.before().id()))
                .toList();
        if (hasMoved && !known.isEmpty() && (staying.isEmpty() || 2 * staying.size() < Math.min(known.size(), posts))) {
            return new Verdict.OtherSite();
        }
        if (2 * lost.size() <= staying.size() || isIntended(lost)) {
            return new Verdict.Allowed();
        }
        var example = lost.get(0);
        return new Verdict.LostIds(
                lost.stream().map(Staying::before).toList(),
                example.before().id(),
                example.next().id());
    }

    private Optional<KnownPost> successor(KnownPost post) {
        return post.file()
                .map(byFile::get)
                .or(() -> post.paths().stream()
                        .flatMap(path -> Optional.ofNullable(byPath.get(path)).stream())
                        .findFirst());
    }

    private static boolean isIntended(List<Staying> lost) {
        return lost.size() <= MAX_MOVED_POSTS
                && lost.stream()
                        .allMatch(post -> Collections.disjoint(
                                post.before().paths(), post.next().paths()));
    }
}
