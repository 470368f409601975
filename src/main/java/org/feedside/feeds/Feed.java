package org.feedside.feeds;

import java.util.List;
import java.util.Optional;
import org.feedside.base.text.PercentEncoding;
import org.feedside.content.PageDate;

/**
 * A feed, in any format. Its addresses are URIs, with which every reader can work; its ids are Zola's.
 *
 * @param page the URI of the page that the feed belongs to
 * @param about the page about the feed itself, if there is one
 * @param authors at least one, for entries without an author (RFC 4287, section 4.1.1)
 * @param changed the date that Zola prints as the feed's {@code updated}; empty if the feed never had a post
 * @param files the files that the feed is published as
 * @param history where the other posts are
 * @param icon the URI of a small square picture
 * @param logo the URI of a larger picture, twice as wide as high
 * @param hub the URL of the WebSub hub that is notified of changes
 */
public record Feed(
        String page,
        Optional<FeedPage> about,
        String language,
        String title,
        Optional<String> description,
        List<Person> authors,
        Optional<PageDate> changed,
        List<Entry> entries,
        List<FeedFile> files,
        History history,
        Optional<String> icon,
        Optional<String> logo,
        Optional<String> hub)
        implements Publication {
    public Feed {
        page = PercentEncoding.url(page);
        icon = icon.map(PercentEncoding::url);
        logo = logo.map(PercentEncoding::url);
        authors = List.copyOf(authors);
        entries = List.copyOf(entries);
        files = List.copyOf(files);
    }

    public Feed withEntries(List<Entry> others) {
        return new Feed(
                page, about, language, title, description, authors, changed, others, files, history, icon, logo, hub);
    }

    public Feed withFiles(List<FeedFile> others) {
        return new Feed(
                page, about, language, title, description, authors, changed, entries, others, history, icon, logo, hub);
    }
}
