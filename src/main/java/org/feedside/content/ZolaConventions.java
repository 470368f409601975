package org.feedside.content;

import java.nio.file.Path;
import org.feedside.diagnostics.Parsed;

/** Zola walks hidden folders and reads no hidden files (zola.md, section 1). */
record ZolaConventions() implements Conventions {
    @Override
    public boolean isWalked(Path folder) {
        return true;
    }

    @Override
    public boolean isRead(String fileName) {
        return SourcePath.isMarkdown(fileName);
    }

    @Override
    public Parsed<Source> read(SourcePath path, String file, byte[] bytes) {
        return SourceReader.read(path, file, bytes);
    }
}
