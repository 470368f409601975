package org.feedside.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.config.Layout;

/**
 * The conventions that Hugo, Jekyll and Eleventy share. Folders whose names start with a dot or an underscore hold
 * files of the generator and are skipped, except Jekyll's {@code _posts} and {@code _drafts}.
 */
record FolderConventions(Layout.Folder layout) implements ContentConventions {
    private static final Set<String> PACKAGE_FOLDERS = Set.of("node_modules", "bower_components");

    @Override
    public boolean isWalked(Path folder) {
        var name = String.valueOf(folder.getFileName());
        var isSpecial = name.startsWith(".") || name.startsWith("_");
        return (!isSpecial || name.equals(SourcePath.POSTS) || name.equals(SourcePath.DRAFTS))
                && !PACKAGE_FOLDERS.contains(name)
                && !layout.ignoredFolders().contains(folder);
    }

    @Override
    public boolean isRead(String fileName) {
        return (fileName.endsWith(".md") || fileName.endsWith(".markdown")) && !fileName.startsWith(".");
    }

    @Override
    public Optional<FrontMatter> split(String file, String text, List<Diagnostic> problems) {
        return FolderFrontMatter.split(file, text, problems);
    }

    @Override
    public ContentFile content(SourcePath path, String file, FrontMatter frontMatter) {
        return new FolderFrontMatterReader(layout, path, file, frontMatter).read();
    }
}
