package org.feedside.refreshing.guards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a publication would show readers again what they have seen. The rule:
 *
 * <ul>
 *   <li>A post that readers know <em>stays</em> if a post is there with its file, or else one with the path of its URL.
 *   <li>It is <em>lost</em> to them if it stays, and no post has the id by which they know it.
 *   <li>Refused is what loses more than half of those that stay, unless it is one or two whose paths an author changed.
 *   <li>If the site has another base_url, and less than half of the posts stay, it is another site.
 * </ul>
 *
 * <p>So what an author deletes or renames counts for nothing, nor does a folder that is empty for a while.
 */
public final class MigrationGuard {
    /** So many posts get another path because an author wants it so. */
    private static final int FEW = 2;

    private final Set<String> ids = new HashSet<>();
    private final Map<String, KnownPost> byFile = new HashMap<>();
    private final Map<String, KnownPost> byPath = new HashMap<>();

    private MigrationGuard(List<KnownPost> now) {
        for (var post : now) {
            ids.add(post.id());
            post.file().ifPresent(file -> byFile.put(file, post));
            post.paths().forEach(path -> byPath.putIfAbsent(path, post));
        }
    }

    /** What a publication means to those who read the feeds. */
    public sealed interface Verdict {
        /** They go on. */
        record Fine() implements Verdict {}

        /** They would get another site in place of the one that they read. */
        record OtherSite() implements Verdict {}

        /**
         * They would see posts again.
         *
         * @param posts what they know
         * @param oldId an id that is lost
         * @param newId the one that would take its place
         */
        record Lost(List<KnownPost> posts, String oldId, String newId) implements Verdict {
            public Lost {
                posts = List.copyOf(posts);
            }
        }
    }

    /**
     * The verdict on posts in the place of those that readers know.
     *
     * @param hasMoved whether base_url is another than that of the known posts
     */
    public static Verdict judge(List<KnownPost> known, List<KnownPost> now, boolean hasMoved) {
        return new MigrationGuard(now).judge(known, now.size(), hasMoved);
    }

    private Verdict judge(List<KnownPost> known, int posts, boolean hasMoved) {
        var stays = 0;
        var lost = new ArrayList<KnownPost>();
        var successors = new ArrayList<KnownPost>();
        for (var post : known) {
            var successor = successor(post);
            if (successor.isPresent()) {
                stays++;
                if (!ids.contains(post.id())) {
                    lost.add(post);
                    successors.add(successor.get());
                }
            }
        }
        if (hasMoved && !known.isEmpty() && (stays == 0 || 2 * stays < Math.min(known.size(), posts))) {
            return new Verdict.OtherSite();
        }
        return 2 * lost.size() > stays && !isAnAuthorsWish(lost, successors)
                ? new Verdict.Lost(lost, lost.get(0).id(), successors.get(0).id())
                : new Verdict.Fine();
    }

    private Optional<KnownPost> successor(KnownPost post) {
        return post.file()
                .map(byFile::get)
                .or(() -> post.paths().stream()
                        .flatMap(path -> Optional.ofNullable(byPath.get(path)).stream())
                        .findFirst());
    }

    private static boolean isAnAuthorsWish(List<KnownPost> lost, List<KnownPost> successors) {
        for (int i = 0; i < lost.size(); i++) {
            if (lost.get(i).sharesPath(successors.get(i))) {
                return false;
            }
        }
        return lost.size() <= FEW;
    }
}
