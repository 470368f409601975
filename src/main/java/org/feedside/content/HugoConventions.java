package org.feedside.content;

import org.feedside.config.Layout;

/** Hugo's files of posts and their front matter. */
record HugoConventions(Layout.Folder layout) implements FolderConventions {
    @Override
    public boolean isPost(SourcePath path) {
        return path.isMarkdown() || path.isHtml();
    }

    @Override
    public String[] addressKeys(SourcePath path) {
        return new String[] {"url"};
    }

    @Override
    public boolean sectionsHaveFeeds() {
        return true;
    }
}
