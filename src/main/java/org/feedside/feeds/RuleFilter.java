package org.feedside.feeds;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.feedside.config.FeedRule;
import org.feedside.site.Post;

/** Selects the posts that match a rule. */
final class RuleFilter {
    private RuleFilter() {}

    /**
     * Returns the posts that match, in the same order.
     *
     * @param predicates returns the predicate for a name in the rule
     */
    static List<Post> of(List<Post> posts, FeedRule rule, Function<String, Predicate<Post>> predicates) {
        var included = rule.included().stream().map(predicates).toList();
        var excluded = rule.excluded().stream().map(predicates).toList();
        return posts.stream()
                .filter(post -> included.isEmpty()
                        || (rule.join() == FeedRule.Join.ALL
                                ? included.stream().allMatch(name -> name.test(post))
                                : included.stream().anyMatch(name -> name.test(post))))
                .filter(post -> excluded.stream().noneMatch(name -> name.test(post)))
                .toList();
    }
}
