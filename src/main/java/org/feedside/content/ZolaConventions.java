package org.feedside.content;

import java.nio.file.Path;
import org.feedside.base.diagnostics.Parsed;

/**
 * Zola walks hidden folders but does not read hidden files (zola.md, section 1). Folders such as {@code ..data} are
 * skipped: a mounted Kubernetes ConfigMap keeps its files there and links to them from the folder above.
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
