package org.feedside.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.config.Defaults;

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
    public boolean isRead(SourcePath path) {
        return SourcePath.isMarkdown(path.fileName());
    }

    @Override
    public Optional<FrontMatter> split(String file, String text, List<Diagnostic> problems) {
        return FrontMatter.split(file, text, problems);
    }

    @Override
    public ContentFile content(SourcePath path, String file, FrontMatter frontMatter, List<Defaults> inherited) {
        return path.isSection()
                ? ZolaFrontMatterReader.section(path, file, frontMatter)
                : ZolaFrontMatterReader.page(path, file, frontMatter);
    }
}
