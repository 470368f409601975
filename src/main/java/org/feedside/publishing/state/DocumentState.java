package org.feedside.publishing.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.feedside.base.text.PercentEncoding;
import org.feedside.content.PageDate;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPage;
import org.feedside.feeds.Format;
import org.feedside.feeds.History;
import org.feedside.feeds.Outline;
import org.feedside.feeds.Person;
import org.feedside.feeds.Publication;

/**
 * The stored state of a document: everything except its bytes.
 *
 * @param digest the digest of the plain bytes
 * @param updated the date of change in the document
 * @param lastModified whole seconds; never decreases
 * @param past the versions that readers may still have, newest first
 * @param page the URL of the feed's page; this and the following are kept for the time when the feed has no posts left
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

    /** Returns the state of a publication's file with these bytes, without past versions. */
    public static DocumentState of(
            Publication publication, FeedFile file, String digest, PageDate updated, Instant lastModified) {
        return new DocumentState(
                file,
                digest,
                updated,
                lastModified,
                List.of(),
                publication.page(),
                publication.language(),
                publication.title(),
                publication.description(),
                publication.authors().get(0));
    }

    public DocumentState withPast(List<PastVersion> versions) {
        return new DocumentState(
                file, digest, updated, lastModified, versions, page, language, title, description, author);
    }

    /** Returns the same version with a Last-Modified that is now, but at least a second later than before. */
    DocumentState newer(Instant now) {
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        var next = lastModified.plusSeconds(1);
        var newer = second.isBefore(next) ? next : second;
        return new DocumentState(file, digest, updated, newer, past, page, language, title, description, author);
    }

    /** Returns the state after the site has moved to another base_url. */
    public DocumentState movedTo(String from, String to) {
        var address = PercentEncoding.url(from);
        var newAddress = PercentEncoding.url(to);
        var moved = new FeedFile(
                file.path(), moved(file.url(), address, newAddress), moved(file.id(), from, to), file.format());
        return new DocumentState(
                moved,
                digest,
                updated,
                lastModified,
                past,
                moved(PercentEncoding.url(page), address, newAddress),
                language,
                title,
                description,
                author);
    }

    private static String moved(String address, String from, String to) {
        var before = withoutSlash(from);
        var rest = address.startsWith(before) ? address.substring(before.length()) : "none";
        return rest.isEmpty() || rest.startsWith("/") ? withoutSlash(to) + rest : address;
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** Returns the publication without posts: many readers unsubscribe from a feed that is gone. */
    public Publication withoutPosts(Optional<FeedPage> about, Optional<Feed> site) {
        return format() == Format.OPML
                ? new Outline(
                        page, language, title, List.of(author), Optional.empty(), List.of(), List.of(), List.of(file))
                : new Feed(
                        page,
                        about,
                        language,
                        title,
                        description,
                        List.of(author),
                        Optional.empty(),
                        List.of(),
                        List.of(file),
                        new History.Complete(),
                        site.flatMap(Feed::icon),
                        site.flatMap(Feed::logo),
                        site.flatMap(Feed::hub));
    }

    public Format format() {
        return file.format();
    }
}
