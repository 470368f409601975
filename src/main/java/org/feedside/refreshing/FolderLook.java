package org.feedside.refreshing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.feedside.content.SourcePath;
import org.feedside.disk.Digest;
import org.feedside.disk.Stamp;

/** What the folder of posts looks like without reading a file. */
record FolderLook(Map<SourcePath, Stamp> files) {
    FolderLook {
        files = Map.copyOf(files);
    }

    /** Names which files there are, so that a word about them cannot be taken for one about others. */
    record Word(String text) {}

    Word word() {
        var names = files.keySet().stream().map(SourcePath::path).sorted().collect(Collectors.joining("\n"));
        return new Word(Digest.of(names.getBytes(StandardCharsets.UTF_8)));
    }
}
