package org.feedside.content;

import java.util.List;

/**
 * The path of a Markdown file below the content folder, with {@code /} between its parts, as in {@code blog/hello.md}.
 *
 * <p>Only the name decides whether a file is a page or a section (zola.md, section 1).
 */
public record SourcePath(String path) implements Comparable<SourcePath> {
    /** Jekyll's folder of posts. */
    static final String POSTS = "_posts";

    /** Jekyll's folder of drafts. */
    static final String DRAFTS = "_drafts";

    /** Whether a file with this name is a page or a section. */
    public static boolean isMarkdown(String fileName) {
        return fileName.endsWith(".md") && !fileName.startsWith(".");
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The names of the folders that contain the file, from the top. */
    public List<String> folders() {
        var end = path.lastIndexOf('/');
        return end < 0 ? List.of() : List.of(path.substring(0, end).split("/"));
    }

    /** The path of the file's folder; empty for the content folder itself. */
    public String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The file's name without {@code .md} or {@code .markdown}. */
    public String stem() {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }

    /** The name of the page: the folder's name for a bundle, else the stem of the file. */
    public String pageName() {
        return isBundle() && stem().equals("index") ? folders().get(folders().size() - 1) : stem();
    }

    boolean isMarkdown() {
        return path.endsWith(".md") || path.endsWith(".markdown");
    }

    boolean isHtml() {
        return path.endsWith(".html");
    }

    /** Whether the file is in a folder of Jekyll's posts or drafts. */
    public boolean isInPosts() {
        return folders().contains(POSTS) || isJekyllDraft();
    }

    boolean isJekyllDraft() {
        return folders().contains(DRAFTS);
    }

    /** The folders above {@code _posts} or {@code _drafts}, which Jekyll uses as categories. */
    public List<String> foldersAbovePosts() {
        return folders().stream()
                .takeWhile(name -> !name.equals(POSTS) && !name.equals(DRAFTS))
                .toList();
    }

    /** Whether the file makes its folder a section, as {@code _index.md} and {@code _index.fr.md} do. */
    public boolean isSection() {
        return path.startsWith("_index.", path.lastIndexOf('/') + 1);
    }

    /** Whether the file is the page of a bundle: a folder with a page and its other files, such as pictures. */
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
