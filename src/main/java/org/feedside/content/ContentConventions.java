package org.feedside.content;

import java.nio.file.Path;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.config.Layout;

/** Which files a generator takes for pages and sections, and what their front matter means. */
interface ContentConventions {
    static ContentConventions of(Layout layout) {
        return layout instanceof Layout.Folder folder ? new FolderConventions(folder) : new ZolaConventions();
    }

    /** Whether a folder may hold pages. */
    boolean isWalked(Path folder);

    /** Whether a file of this name is a page or a section. */
    boolean isRead(String fileName);

    /** Reads a file; {@code file} is its name for diagnostics. */
    Parsed<ContentFile> read(SourcePath path, String file, byte[] bytes);
}
