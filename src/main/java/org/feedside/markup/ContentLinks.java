package org.feedside.markup;

import java.util.Optional;

/** Where the files of the content folder are published: what {@code @/} links point to. */
@FunctionalInterface
public interface ContentLinks {
    /**
     * The absolute URL of a page or section.
     *
     * @param path the file's path below the content folder, such as {@code blog/hello.md} or {@code blog/_index.md}
     */
    Optional<String> permalink(String path);
}
