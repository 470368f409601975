package org.feedside.content;

import java.nio.file.Path;
import org.feedside.config.Layout;
import org.feedside.diagnostics.Parsed;

/** Which files a generator takes for pages and sections, and what their front matter means. */
interface Conventions {
    static Conventions of(Layout layout) {
        return layout instanceof Layout.Folder folder ? new FolderConventions(folder) : new ZolaConventions();
    }

    /** Whether a folder may hold pages. */
    boolean isWalked(Path folder);

    /** Whether a file of this name is a page or a section. */
    boolean isRead(String fileName);

    /** Reads a file; {@code file} is its name for diagnostics. */
    Parsed<Source> read(SourcePath path, String file, byte[] bytes);
}
