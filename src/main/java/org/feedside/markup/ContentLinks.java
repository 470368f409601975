package org.feedside.markup;

import java.util.Optional;

/** Resolves internal links ({@code @/}) to the files of the content folder. */
@FunctionalInterface
public interface ContentLinks {
    /** Precedes the name of a page, without folders and ending, in place of a path; found if only one page has it. */
    String NAMED = "*";

    /**
     * Returns the absolute URL of a page or section; empty if there is none.
     *
     * @param path the file's path below the content folder, such as {@code blog/hello.md} or {@code blog/_index.md}
     */
    Optional<String> permalink(String path);
}
