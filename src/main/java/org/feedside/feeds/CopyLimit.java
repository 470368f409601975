package org.feedside.feeds;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.content.SourcePath;
import org.feedside.site.Post;

/** Limits the copies of one post: each feed that shows a post has all of it, so a long post with many terms is long many times. */
public final class CopyLimit {
    /** In characters, in each format: 85 times as many as the most copied of 1,200 real posts. */
    static final long MAX_CHARACTERS = 25_000_000;

    private CopyLimit() {}

    /** Returns the problems of the posts whose copies are too long, by file. */
    public static Map<SourcePath, Diagnostic> exceeded(FeedPlan plan, Feeds feeds) {
        var totals = new HashMap<SourcePath, Long>();
        for (int i = 0; i < plan.feeds().size(); i++) {
            var shown = plan.feeds().get(i).shown();
            var entries = feeds.listed().get(i).feed().entries();
            for (int j = 0; j < shown.size(); j++) {
                totals.merge(shown.get(j).page().path(), entries.get(j).length(), Long::sum);
            }
        }
        var exceeded = new TreeMap<SourcePath, Diagnostic>();
        for (var post : plan.shown()) {
            long total = totals.getOrDefault(post.page().path(), 0L);
            if (total > MAX_CHARACTERS) {
                exceeded.put(post.page().path(), problem(post, total));
            }
        }
        return exceeded;
    }

    private static Diagnostic problem(Post post, long total) {
        return Code.TOO_LARGE.error(
                post.page().file(),
                "all feeds that show this post have %d characters of it in total, more than %d: shorten it, or give it fewer terms (it has %d)"
                        .formatted(total, MAX_CHARACTERS, post.terms().size()));
    }
}
