package org.feedside.refreshing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.feedside.content.SourcePath;
import org.feedside.disk.Stamp;

/** What the folder of posts looks like without reading a file. */
record FolderLook(Map<SourcePath, Stamp> files) {
    FolderLook {
        files = Map.copyOf(files);
    }

    /** Names which files there are, so that a word about them cannot be taken for one about others. */
    record Digest(String text) {}

    Digest digest() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            files.keySet().stream()
                    .map(SourcePath::path)
                    .sorted()
                    .forEach(path -> sha256.update((path + "\n").getBytes(StandardCharsets.UTF_8)));
            return new Digest(HexFormat.of().formatHex(sha256.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
