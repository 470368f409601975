package org.feedside.pages;

import java.util.List;
import java.util.Optional;

/**
 * The data of the page about a feed, for its template.
 *
 * @param index the URL of the list of all feeds
 * @param home the URL of the page that the feed belongs to
 * @param label the kind as text; for a term, the site's name of the taxonomy
 * @param choice the terms of a combination
 * @param language the name of the language in English, if the site has several
 * @param problem the reason why the submitted form has no result
 */
public record FeedView(
        PageHead head,
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
        List<PostPreview> posts,
        List<Related> related,
        List<Form> forms,
        Optional<String> problem) {
    /** The kind of a feed. {@code ENDED} is a feed that had posts once and has none now. */
    public enum Kind {
        SITE,
        SECTION,
        TERM,
        COMBINATION,
        NAMED,
        ENDED
    }

    /**
     * The included and excluded terms of a combination.
     *
     * @param any whether a post needs any of the included terms, not all
     */
    public record Choice(boolean any, List<LocalizedText> with, List<LocalizedText> without) {}

    /**
     * A post in the list of newest posts.
     *
     * @param excerpt in the language of the title
     */
    public record PostPreview(LocalizedText title, String url, Day published, Optional<String> excerpt) {}

    /** A term of posts in the feed. */
    public record Related(LocalizedText name, String page, int posts) {}

    /**
     * The form for a combination.
     *
     * @param taxonomy the folder of the taxonomy
     * @param with for each select element, the chosen slug or an empty string
     * @param without the same for excluded terms
     */
    public record Form(
            String id,
            String taxonomy,
            LocalizedText name,
            boolean any,
            List<String> with,
            List<String> without,
            List<Option> options) {}

    public record Option(String slug, LocalizedText name) {}
}
