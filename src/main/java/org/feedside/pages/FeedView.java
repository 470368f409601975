package org.feedside.pages;

import java.util.List;
import java.util.Optional;

/**
 * The page about a feed, as its template shows it.
 *
 * @param index the list of all feeds
 * @param home the site's page of what the feed is about
 * @param kind what it is the feed of
 * @param label the same in a word, which is the site's if it has one
 * @param choice which terms the posts of a combination have
 * @param language in English, if the site has several
 * @param problem why nothing can be what the form asked for
 */
public record FeedView(
        PageHead frame,
        LocalizedText site,
        String index,
        String home,
        Kind kind,
        LocalizedText label,
        LocalizedText name,
        Optional<LocalizedText> description,
        Optional<Choice> choice,
        FeedFacts facts,
        Optional<String> language,
        List<FeedAddress> addresses,
        List<Excerpted> posts,
        List<Related> related,
        List<Form> forms,
        Optional<String> problem) {
    public FeedView {
        addresses = List.copyOf(addresses);
        posts = List.copyOf(posts);
        related = List.copyOf(related);
        forms = List.copyOf(forms);
    }

    /** What a feed is the feed of; {@code ENDED} had posts once. */
    public enum Kind {
        SITE,
        SECTION,
        TERM,
        COMBINATION,
        NAMED,
        ENDED
    }

    /** The terms of a combination. */
    public record Choice(boolean any, List<LocalizedText> with, List<LocalizedText> without) {
        public Choice {
            with = List.copyOf(with);
            without = List.copyOf(without);
        }
    }

    /**
     * A post of the feed.
     *
     * @param excerpt in the language of the title
     */
    public record Excerpted(LocalizedText title, String url, Day published, Optional<String> excerpt) {}

    /**
     * A term that posts of the feed have.
     *
     * @param page the page about its feed
     * @param posts how many of the feed's posts have it
     */
    public record Related(LocalizedText name, String page, int posts) {}

    /**
     * The form that builds a combination.
     *
     * @param taxonomy the folder of the taxonomy
     * @param with the chosen slug of each place, or an empty one
     */
    public record Form(
            String id,
            String taxonomy,
            LocalizedText name,
            boolean any,
            List<String> with,
            List<String> without,
            List<Option> options) {
        public Form {
            with = List.copyOf(with);
            without = List.copyOf(without);
            options = List.copyOf(options);
        }
    }

    /** A term to choose. */
    public record Option(String slug, LocalizedText name) {}
}
