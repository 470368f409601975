package org.feedside.feeds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.feedside.config.Language;
import org.feedside.config.NamedFeed;
import org.feedside.diagnostics.Diagnostic;
import org.feedside.site.Post;
import org.feedside.site.Posts;
import org.feedside.site.Site;

/** Chooses the posts of the feeds that the site's owner made up. */
final class NamedFeeds {
    /** The name of all posts in a rule. */
    private static final String ALL = "posts";

    private final Site site;
    private final List<Diagnostic> problems;

    NamedFeeds(Site site, List<Diagnostic> problems) {
        this.site = site;
        this.problems = problems;
    }

    List<Posts> of(List<NamedFeed> feeds) {
        var all = new ArrayList<Posts>();
        feeds.forEach(
                feed -> language(feed).map(language -> posts(feed, language)).ifPresent(all::add));
        return all;
    }

    private Optional<Language> language(NamedFeed feed) {
        var code = feed.language().orElse(site.config().defaultLanguage().code());
        var language = site.config().language(code);
        if (language.isEmpty()) {
            problems.add(Diagnostic.warning(
                    feed.ruleAt(),
                    "the site has no language `%s`, so there is no feed `%s`".formatted(code, feed.name())));
        }
        return language;
    }

    private Posts posts(NamedFeed feed, Language language) {
        var all = site.collections().stream()
                .filter(c -> c instanceof Posts.OfLanguage && c.language().equals(language))
                .flatMap(c -> c.posts().stream())
                .toList();
        var chosen = Choice.of(all, feed.rule(), name -> meaning(name, feed, language));
        return new Posts.OfNamedFeed(language, feed, "/" + feed.name() + "/", chosen);
    }

    /** All posts, or those of a term, or those of a section: the first of these that has the name. */
    private Predicate<Post> meaning(String name, NamedFeed feed, Language language) {
        if (name.equals(ALL)) {
            return post -> true;
        }
        var found = named(name, language, Posts.OfTerm.class).or(() -> named(name, language, Posts.OfSection.class));
        if (found.isEmpty()) {
            problems.add(Diagnostic.warning(
                    feed.ruleAt(),
                    "nothing is called `%s`: write posts, a term (also as tags/term), or a section's folder"
                            .formatted(name)));
        }
        return found.orElse(post -> false);
    }

    private Optional<Predicate<Post>> named(String name, Language language, Class<? extends Posts> kind) {
        return site.collections().stream()
                .filter(kind::isInstance)
                .filter(posts -> posts.language().equals(language) && isCalled(posts, name))
                .findFirst()
                .map(posts -> {
                    var members = new HashSet<>(posts.posts());
                    return members::contains;
                });
    }

    private static boolean isCalled(Posts posts, String name) {
        if (posts instanceof Posts.OfTerm t) {
            var plain = name.startsWith(t.term().taxonomy() + "/")
                    ? name.substring(t.term().taxonomy().length() + 1)
                    : name;
            return plain.toLowerCase(Locale.ROOT).equals(t.term().name().toLowerCase(Locale.ROOT))
                    || plain.equals(t.term().slug());
        }
        return posts instanceof Posts.OfSection s && s.section().path().folder().equals(name.replaceFirst("/$", ""));
    }
}
