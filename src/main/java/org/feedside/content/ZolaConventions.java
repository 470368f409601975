package org.feedside.content;

import java.nio.file.Path;
import org.feedside.base.diagnostics.Parsed;

/**
 * Zola walks hidden folders and reads no hidden files (zola.md, section 1). Not walked are the versions of a mounted
 * ConfigMap, folders such as {@code ..data} whose files stand a second time beside them, as links.
 */
record ZolaConventions() implements ContentConventions {
    @Override
    public boolean isWalked(Path folder) {
        return !String.valueOf(folder.getFileName()).startsWith("..");
    }

    @Override
    public boolean isRead(String fileName) {
        return SourcePath.isMarkdown(fileName);
    }

    @Override
    public Parsed<ContentFile> read(SourcePath path, String file, byte[] bytes) {
        return ZolaFrontMatterReader.read(path, file, bytes);
    }
}
