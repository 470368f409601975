package org.feedside.content;

import org.feedside.config.Layout;

/** Jekyll's files of posts and their front matter. */
record JekyllConventions(Layout.Folder layout) implements FolderConventions {
    @Override
    public boolean isPost(SourcePath path) {
        return isJekylls(path) && (path.isMarkdown() || path.isHtml());
    }

    @Override
    public boolean isJekylls(SourcePath path) {
        return path.isInPosts();
    }

    /** Jekyll does not define {@code url}; themes use it for addresses of other sites. */
    @Override
    public String[] addressKeys(SourcePath path) {
        return new String[] {"permalink"};
    }

    @Override
    public boolean isWrittenWithoutFrontMatter() {
        return false;
    }
}
