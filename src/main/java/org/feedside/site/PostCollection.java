package org.feedside.site;

import java.util.List;
import java.util.Optional;
import org.feedside.config.FeedRule;
import org.feedside.config.Language;
import org.feedside.config.NamedFeed;
import org.feedside.content.Section;

/** Something that has posts: the site in a language, a section, a term. The posts stand newest first. */
public sealed interface PostCollection {
    Language language();

    /** The path of its page below base_url, from slash to slash. */
    String path();

    List<Post> posts();

    /** All posts of a language. */
    record OfLanguage(Language language, String path, List<Post> posts) implements PostCollection {
        public OfLanguage {
            posts = List.copyOf(posts);
        }
    }

    /** The posts of a section, and of those below it that are transparent. */
    record OfSection(Language language, Section section, String path, List<Post> posts) implements PostCollection {
        public OfSection {
            posts = List.copyOf(posts);
        }
    }

    /** The posts with a term. */
    record OfTerm(Language language, Term term, String path, List<Post> posts) implements PostCollection {
        public OfTerm {
            posts = List.copyOf(posts);
        }
    }

    /**
     * The posts that a combination of terms chooses, which has no page of its own.
     *
     * @param rule of the terms' slugs
     */
    record OfCombination(Language language, FeedRule rule, String title, String path, List<Post> posts)
            implements PostCollection {
        public OfCombination {
            posts = List.copyOf(posts);
        }
    }

    /** The posts that a rule of the site's owner chooses. */
    record OfNamedFeed(Language language, NamedFeed feed, String path, List<Post> posts) implements PostCollection {
        public OfNamedFeed {
            posts = List.copyOf(posts);
        }
    }

    /** What its title adds to the site's. */
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
}
