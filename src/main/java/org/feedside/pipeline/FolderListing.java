package org.feedside.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.feedside.base.disk.Digest;
import org.feedside.base.disk.FileStamp;
import org.feedside.content.SourcePath;

/** The files of the content folder with their stamps, without their content. */
public record FolderListing(Map<SourcePath, FileStamp> files) {
    public FolderListing {
        files = Map.copyOf(files);
    }

    /** Identifies a set of files, so that an acceptance of one set is not mistaken for the acceptance of another. */
    public record FolderDigest(String text) {}

    public FolderDigest digest() {
        var names = files.keySet().stream().map(SourcePath::path).sorted().collect(Collectors.joining("\n"));
        return new FolderDigest(Digest.of(names.getBytes(StandardCharsets.UTF_8)));
    }
}
