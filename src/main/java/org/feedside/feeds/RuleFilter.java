package org.feedside.feeds;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.feedside.config.FeedRule;
import org.feedside.site.Post;

/** Which posts a rule chooses. */
final class RuleFilter {
    private RuleFilter() {}

    /**
     * The posts of the rule, in their order.
     *
     * @param meaning which posts a name of the rule stands for
     */
    static List<Post> of(List<Post> posts, FeedRule rule, Function<String, Predicate<Post>> meaning) {
        var included = rule.included().stream().map(meaning).toList();
        var excluded = rule.excluded().stream().map(meaning).toList();
        return posts.stream()
                .filter(post -> included.isEmpty()
                        || (rule.join() == FeedRule.Join.ALL
                                ? included.stream().allMatch(name -> name.test(post))
                                : included.stream().anyMatch(name -> name.test(post))))
                .filter(post -> excluded.stream().noneMatch(name -> name.test(post)))
                .toList();
    }
}
