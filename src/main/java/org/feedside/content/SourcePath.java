package org.feedside.content;

import java.util.List;

/**
 * The path of a Markdown file below the content folder, with {@code /} between its parts: {@code blog/hello.md}.
 *
 * <p>Which files are pages and which are sections is decided by the name alone (zola.md, section 1).
 */
public record SourcePath(String path) implements Comparable<SourcePath> {
    /** Whether a file of this name is a page or a section at all. */
    public static boolean isMarkdown(String fileName) {
        return fileName.endsWith(".md") && !fileName.startsWith(".");
    }

    /** The folders that hold the file, from the top. */
    public List<String> folders() {
        var end = path.lastIndexOf('/');
        return end < 0 ? List.of() : List.of(path.substring(0, end).split("/"));
    }

    /** The folder's path, empty for the top. */
    public String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The file's name without {@code .md}. */
    public String stem() {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".md".length());
    }

    /** Whether the file makes its folder a section: {@code _index.md}, {@code _index.fr.md}. */
    public boolean isSection() {
        return stem().equals("_index") || stem().startsWith("_index.");
    }

    /** Whether the file is the page of its folder, which holds the page's pictures too. */
    public boolean isBundle() {
        return !folder().isEmpty() && (stem().equals("index") || stem().startsWith("index."));
    }

    @Override
    public int compareTo(SourcePath other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
