package org.feedside.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.feedside.base.disk.Digest;
import org.feedside.base.disk.FileStamp;
import org.feedside.content.SourcePath;

/** What the folder of posts looks like without reading a file. */
public record FolderListing(Map<SourcePath, FileStamp> files) {
    public FolderListing {
        files = Map.copyOf(files);
    }

    /** Names which files there are, so that a word about them cannot be taken for one about others. */
    public record Word(String text) {}

    public Word word() {
        var names = files.keySet().stream().map(SourcePath::path).sorted().collect(Collectors.joining("\n"));
        return new Word(Digest.of(names.getBytes(StandardCharsets.UTF_8)));
    }
}
