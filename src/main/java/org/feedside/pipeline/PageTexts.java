package org.feedside.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.built.BuiltFolder;
import org.feedside.built.BuiltPages.PageFile;
import org.feedside.content.SourcePath;
import org.feedside.markup.RenderedPage;
import org.feedside.markup.built.ContentPage;
import org.feedside.markup.built.PageContent;
import org.feedside.markup.marks.HtmlLimit;
import org.feedside.site.Post;

/**
 * The built pages of posts, as far as contents come from them.
 *
 * @param folder the folder of the pages; empty if all posts have the HTML of their Markdown
 * @param files the pages, by the files of their posts
 * @param earlier the texts that posts had since they were published
 * @param keptPosts the posts that keep their published HTML
 */
record PageTexts(
        Optional<BuiltFolder> folder,
        Optional<String> selector,
        Map<SourcePath, PageFile> files,
        Map<SourcePath, List<String>> earlier,
        Set<SourcePath> keptPosts) {
    static final PageTexts NONE = new PageTexts(Optional.empty(), Optional.empty(), Map.of(), Map.of(), Set.of());

    PageTexts {
        files = Map.copyOf(files);
        earlier = Map.copyOf(earlier);
        keptPosts = Set.copyOf(keptPosts);
    }

    Optional<PageFile> file(SourcePath post) {
        return selector.flatMap(s -> Optional.ofNullable(files.get(post)));
    }

    /** Returns the content of a post's page; empty if the page is missing or does not contain the post. */
    Optional<PageContent> content(Post post, RenderedPage own) {
        var page = post.page();
        return file(page.path())
                .flatMap(file -> folder.flatMap(f -> f.text(file.path())))
                .flatMap(html -> new ContentPage(html, own)
                        .content(
                                selector.orElseThrow(),
                                page.title().orElse(""),
                                page.text().body(),
                                earlier.getOrDefault(page.path(), List.of()),
                                post.permalink(),
                                HtmlLimit.of(html)));
    }

    /** Returns the problem that a post has the HTML of its Markdown although it has a page. */
    List<Diagnostic> fallbackProblem(Post post) {
        return file(post.page().path()).stream()
                .map(file -> Code.BUILT_PAGE.warning(
                        post.page().file(),
                        "its page %s has no element `%s` with the post's text, so its content is computed from Markdown: correct `content_selector`"
                                .formatted(file.path(), selector.orElseThrow())))
                .toList();
    }
}
