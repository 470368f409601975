package org.feedside.pages;

import java.util.List;
import java.util.Optional;
import org.feedside.pages.qr.QrImage;

/**
 * The data of the page about a feed, for its template.
 *
 * @param index the relative URL of the list of all feeds
 * @param label the kind as text; for a term, the site's name of the taxonomy
 * @param choice the terms of a combination
 * @param language the name of the language, if the site has several
 * @param code the first address as a QR code; empty if it is too long for one
 * @param problem the reason why the submitted form has no result
 */
public record FeedView(
        PageHead head,
        LocalizedText site,
        String index,
        Kind kind,
        LocalizedText label,
        LocalizedText name,
        Optional<LocalizedText> description,
        Optional<Choice> choice,
        FeedFacts facts,
        Optional<LocalizedText> language,
        List<FeedAddress> addresses,
        Optional<QrImage> code,
        List<ReaderLink> readers,
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

    /** Returns whether there is something to subscribe to: a combination without posts offers nothing. */
    public boolean isOffered() {
        return kind != Kind.COMBINATION || facts.posts() > 0;
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
     * @param picture the relative URL of a picture on the site's own server
     * @param excerpt in the language of the title
     */
    public record PostPreview(
            LocalizedText title, String url, Day published, Optional<String> picture, Optional<String> excerpt) {}

    /** A term of posts in the feed. */
    public record Related(LocalizedText name, String page, int posts) {}

    /**
     * The form for a combination.
     *
     * @param taxonomy the folder of the taxonomy
     * @param with for each field, the chosen name or an empty string
     * @param without the same for excluded terms
     */
    public record Form(
            String id,
            String taxonomy,
            LocalizedText name,
            boolean any,
            List<String> with,
            List<String> without,
            List<LocalizedText> options) {}
}
