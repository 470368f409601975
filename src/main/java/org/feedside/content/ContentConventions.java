package org.feedside.content;

import java.nio.file.Path;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.config.Layout;

/** Decides which files a generator reads as pages and sections, and reads their front matter. */
interface ContentConventions {
    static ContentConventions of(Layout layout) {
        return layout instanceof Layout.Folder folder ? new FolderConventions(folder) : new ZolaConventions();
    }

    /** Whether pages may be in this folder. */
    boolean isWalked(Path folder);

    /** Whether a file with this name is a page or a section. */
    boolean isRead(String fileName);

    /**
     * Reads a page or a section.
     *
     * @param file the name of the file in diagnostics
     */
    Parsed<ContentFile> read(SourcePath path, String file, byte[] bytes);
}
