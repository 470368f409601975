package org.feedside.feeds;

import java.util.List;
import java.util.Optional;
import org.feedside.content.PageDate;

/** What is published as files: a feed, or the outline of all feeds. */
public sealed interface Publication permits Feed, Outline {
    /** The page it belongs to. */
    String page();

    String language();

    String title();

    Optional<String> description();

    /** At least one. */
    List<Person> authors();

    /** The date of the newest change of a post in it; empty if it never had one. */
    Optional<PageDate> changed();

    /** The documents it is published as. */
    List<FeedFile> files();
}
