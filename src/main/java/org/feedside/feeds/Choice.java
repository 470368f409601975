package org.feedside.feeds;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.feedside.config.Rule;
import org.feedside.site.Post;

/** Which posts a rule chooses. */
final class Choice {
    private Choice() {}

    /**
     * The posts of the rule, in their order.
     *
     * @param meaning which posts a name of the rule stands for
     */
    static List<Post> of(List<Post> posts, Rule rule, Function<String, Predicate<Post>> meaning) {
        var included = rule.included().stream().map(meaning).toList();
        var excluded = rule.excluded().stream().map(meaning).toList();
        return posts.stream()
                .filter(post -> included.isEmpty()
                        || (rule.join() == Rule.Join.ALL
                                ? included.stream().allMatch(name -> name.test(post))
                                : included.stream().anyMatch(name -> name.test(post))))
                .filter(post -> excluded.stream().noneMatch(name -> name.test(post)))
                .toList();
    }
}
