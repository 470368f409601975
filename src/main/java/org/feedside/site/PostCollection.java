package org.feedside.site;

import java.util.List;
import java.util.Optional;
import org.feedside.config.FeedRule;
import org.feedside.config.Language;
import org.feedside.config.NamedFeed;
import org.feedside.content.Section;

/** A list of posts, newest first: of a language, a section, a term, a combination of terms or a configured feed. */
public sealed interface PostCollection {
    Language language();

    /** The path of its page below base_url, with a leading and a trailing slash. */
    String path();

    List<Post> posts();

    record OfLanguage(Language language, String path, List<Post> posts) implements PostCollection {
        public OfLanguage {
            posts = List.copyOf(posts);
        }
    }

    /** The posts of a section and of the transparent sections below it. */
    record OfSection(Language language, Section section, String path, List<Post> posts) implements PostCollection {
        public OfSection {
            posts = List.copyOf(posts);
        }
    }

    record OfTerm(Language language, Term term, String path, List<Post> posts) implements PostCollection {
        public OfTerm {
            posts = List.copyOf(posts);
        }
    }

    /**
     * The posts that match a combination of terms, which has no page on the site.
     *
     * @param rule the combination, with the slugs of the terms
     */
    record OfCombination(Language language, FeedRule rule, String title, String path, List<Post> posts)
            implements PostCollection {
        public OfCombination {
            posts = List.copyOf(posts);
        }
    }

    /** The posts that match the rule of a configured feed. */
    record OfNamedFeed(Language language, NamedFeed feed, String path, List<Post> posts) implements PostCollection {
        public OfNamedFeed {
            posts = List.copyOf(posts);
        }
    }

    /** The name that is added to the site's title; empty if nothing is added. */
    default Optional<String> name() {
        if (this instanceof OfSection s) {
            return s.section().title().filter(title -> !title.isBlank());
        } else if (this instanceof OfTerm t) {
            return Optional.of(t.term().name());
        } else if (this instanceof OfCombination c) {
            return Optional.of(c.title());
        }
        return Optional.empty();
    }

    default PostCollection withPosts(List<Post> posts) {
        if (this instanceof OfSection s) {
            return new OfSection(s.language(), s.section(), s.path(), posts);
        } else if (this instanceof OfTerm t) {
            return new OfTerm(t.language(), t.term(), t.path(), posts);
        } else if (this instanceof OfLanguage) {
            return new OfLanguage(language(), path(), posts);
        }
        throw new IllegalStateException("the site has no list " + path());
    }
}
