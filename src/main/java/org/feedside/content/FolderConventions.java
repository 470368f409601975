package org.feedside.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.diagnostics.Utf8;
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
    public Parsed<ContentFile> read(SourcePath path, String file, byte[] bytes) {
        var text = Utf8.decode(file, bytes);
        if (text.value().isEmpty()) {
            return Parsed.failed(text.problems());
        }
        List<Diagnostic> problems = new ArrayList<>();
        var frontMatter = FolderFrontMatter.split(file, text.value().get(), problems);
        if (frontMatter.isEmpty()) {
            return Parsed.failed(problems);
        }
        var source = new FolderFrontMatterReader(layout, path, file, frontMatter.get()).read();
        return Parsed.unlessErrors(source, problems);
    }
}
