package org.feedside.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.config.Defaults;
import org.feedside.config.Layout;

/**
 * Eleventy's files of posts and their front matter.
 *
 * @param root the name of the folder of posts
 */
record EleventyConventions(Layout.Folder layout, String root) implements FolderConventions {
    @Override
    public boolean isRead(SourcePath path) {
        return FolderConventions.super.isRead(path) || isData(path);
    }

    @Override
    public boolean isPost(SourcePath path) {
        return path.isMarkdown();
    }

    private boolean isData(SourcePath path) {
        return !path.fileName().startsWith(".") && FolderData.isOne(path, root);
    }

    @Override
    public Parsed<ContentFile> read(SourcePath path, String file, byte[] bytes, List<Defaults> inherited) {
        return isData(path)
                ? Parsed.of(FolderData.read(path, file, root, new String(bytes, StandardCharsets.UTF_8)), List.of())
                : FolderConventions.super.read(path, file, bytes, inherited);
    }

    @Override
    public String[] addressKeys(SourcePath path) {
        return new String[] {"permalink"};
    }

    @Override
    public String address(String written) {
        return written.replaceAll("\\{\\{-?\\s*page\\.fileSlug(?:\\s*\\|\\s*slug(?:ify)?)?\\s*-?}}", ":fileslug")
                .replaceAll("\\{\\{-?\\s*page\\.filePathStem\\s*-?}}", ":folders/:fileslug")
                .replaceAll("\\{\\{-?\\s*title\\s*\\|\\s*slug(?:ify)?\\s*-?}}", ":title")
                .replaceAll("\\{\\{-?\\s*slug\\s*-?}}", ":slug");
    }
}
