package org.feedside.content;

import java.util.List;

/**
 * The path of a Markdown file below the content folder, with {@code /} between its parts: {@code blog/hello.md}.
 *
 * <p>Which files are pages and which are sections is decided by the name alone (zola.md, section 1).
 */
public record SourcePath(String path) implements Comparable<SourcePath> {
    /** Jekyll's folder of posts, and so of what is Jekyll's. */
    static final String POSTS = "_posts";

    /** Jekyll's folder of posts that are not done. */
    static final String DRAFTS = "_drafts";

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

    /** The file's name without {@code .md} or {@code .markdown}. */
    public String stem() {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }

    /** The name of the page: of the folder for a bundle, else of the file. */
    public String pageName() {
        return isBundle() && stem().equals("index") ? folders().get(folders().size() - 1) : stem();
    }

    /** Whether the file is where Jekyll has its posts. */
    public boolean isJekylls() {
        return folders().contains(POSTS) || isJekyllsDraft();
    }

    boolean isJekyllsDraft() {
        return folders().contains(DRAFTS);
    }

    /** The folders above Jekyll's own, which are categories there. */
    public List<String> foldersAboveJekylls() {
        return folders().stream()
                .takeWhile(name -> !name.equals(POSTS) && !name.equals(DRAFTS))
                .toList();
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
