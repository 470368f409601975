package org.feedside.feeds;

import java.util.List;
import java.util.Optional;
import org.feedside.content.PageDate;

/** Something that is published as one or more files: a feed, or the list of all feeds. */
public sealed interface Publication permits Feed, Outline {
    /** Returns the URL of the page that it belongs to. */
    String page();

    String language();

    String title();

    Optional<String> description();

    /** Returns the authors, at least one. */
    List<Person> authors();

    /** Returns the date of the last change of a post in it; empty if it never had a post. */
    Optional<PageDate> changed();

    List<FeedFile> files();
}
