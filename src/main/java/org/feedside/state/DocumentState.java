package org.feedside.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;
import org.feedside.feeds.Person;

/**
 * What must be known of a document beside its bytes.
 *
 * @param digest of the plain bytes
 * @param updated the date of change that stands in them
 * @param lastModified whole seconds; only ever grows
 * @param past the versions that readers may still have, newest first
 * @param page the links, title, language and author of its feed, for the day on which it has no posts left
 */
public record DocumentState(
        FeedFile file,
        String digest,
        PageDate updated,
        Instant lastModified,
        List<PastVersion> past,
        String page,
        String language,
        String title,
        Optional<String> description,
        Person author) {

    public DocumentState {
        past = List.copyOf(past);
    }

    /** What is known of a feed's file once it has these bytes, and no past yet. */
    public static DocumentState of(Feed feed, FeedFile file, String digest, PageDate updated, Instant lastModified) {
        return new DocumentState(
                file,
                digest,
                updated,
                lastModified,
                List.of(),
                feed.page(),
                feed.language(),
                feed.title(),
                feed.description(),
                feed.authors().get(0));
    }

    public DocumentState withPast(List<PastVersion> versions) {
        return new DocumentState(
                file, digest, updated, lastModified, versions, page, language, title, description, author);
    }

    public Format format() {
        return file.format();
    }
}
