package org.feedside.feeds;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.config.Language;
import org.feedside.config.NamedFeed;
import org.feedside.site.Post;
import org.feedside.site.PostCollection;
import org.feedside.site.Site;

/** Selects the posts of the named feeds in the settings. */
record NamedFeeds(Site site, List<Diagnostic> problems) {
    /** The name of all posts in a rule. */
    private static final String ALL = "posts";

    List<PostCollection> of(List<NamedFeed> feeds) {
        return feeds.stream()
                .flatMap(feed -> language(feed).map(language -> posts(feed, language)).stream())
                .toList();
    }

    private Optional<Language> language(NamedFeed feed) {
        var code = feed.language().orElse(site.config().defaultLanguage().code());
        var language = site.config().language(code);
        if (language.isEmpty()) {
            problems.add(Code.RULE.warning(
                    feed.rulePlace(),
                    "the site has no language `%s`, so the feed `%s` is left out: use a language of the site's configuration"
                            .formatted(code, feed.name())));
        }
        return language;
    }

    private PostCollection posts(NamedFeed feed, Language language) {
        var predicates = new HashMap<String, Predicate<Post>>();
        Stream.concat(feed.rule().included().stream(), feed.rule().excluded().stream())
                .forEach(name -> predicates.computeIfAbsent(name, n -> predicate(n, feed, language)));
        var chosen = site.posts(language).stream()
                .filter(post -> feed.rule()
                        .matches(name ->
                                Objects.requireNonNull(predicates.get(name)).test(post)))
                .toList();
        return new PostCollection.OfNamedFeed(language, feed, "/" + feed.name() + "/", chosen);
    }

    /** Returns the posts that a name in a rule selects: all, or those of a term, or else of a section. */
    private Predicate<Post> predicate(String name, NamedFeed feed, Language language) {
        if (name.equals(ALL)) {
            return post -> true;
        }
        var found = posts(name, language, PostCollection.OfTerm.class)
                .or(() -> posts(name, language, PostCollection.OfSection.class));
        if (found.isEmpty()) {
            problems.add(Code.RULE.warning(
                    feed.rulePlace(),
                    "there is nothing named `%s`: use `posts`, a term (`term` or `tags/term`), or the folder of a section"
                            .formatted(name)));
        }
        return found.orElse(post -> false);
    }

    private Optional<Predicate<Post>> posts(String name, Language language, Class<? extends PostCollection> kind) {
        return site.collections().stream()
                .filter(kind::isInstance)
                .filter(posts -> posts.language().equals(language) && isCalled(posts, name))
                .findFirst()
                .map(posts -> {
                    var members = new HashSet<>(posts.posts());
                    return members::contains;
                });
    }

    private static boolean isCalled(PostCollection posts, String name) {
        if (posts instanceof PostCollection.OfTerm t) {
            var term = name.startsWith(t.term().taxonomy() + "/")
                    ? name.substring(t.term().taxonomy().length() + 1)
                    : name;
            return term.toLowerCase(Locale.ROOT).equals(t.term().name().toLowerCase(Locale.ROOT))
                    || term.equals(t.term().slug());
        }
        return posts instanceof PostCollection.OfSection s
                && s.section().path().folder().equals(name.replaceFirst("/$", ""));
    }
}
