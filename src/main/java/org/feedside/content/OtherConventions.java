package org.feedside.content;

import org.feedside.config.Layout;

/** The files of posts of an unknown generator and their front matter: what Hugo, Jekyll and Eleventy share. */
record OtherConventions(Layout.Folder layout) implements FolderConventions {
    @Override
    public boolean isPost(SourcePath path) {
        return path.isMarkdown();
    }

    @Override
    public boolean isJekylls(SourcePath path) {
        return path.isInPosts();
    }

    @Override
    public String[] addressKeys(SourcePath path) {
        return isJekylls(path) ? new String[] {"permalink"} : new String[] {"url", "permalink"};
    }
}
