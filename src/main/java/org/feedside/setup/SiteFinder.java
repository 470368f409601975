package org.feedside.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.disk.Disk;

/** Finds out what site a folder holds, and what its generator's configuration says of it. */
public final class SiteFinder {
    private static final String ZOLAS = "zola.toml";

    /** Older sites of Zola, and older sites of Hugo, have this one. */
    private static final String SHARED = "config.toml";

    private SiteFinder() {}

    public static Findings find(Disk disk, Path folder) {
        var files = new SiteFiles(disk, folder);
        if (files.has(ZOLAS)) {
            return zola(files);
        }
        return HugoSite.find(files)
                .or(() -> Optional.of(SHARED).filter(files::has).map(file -> zola(files)))
                .or(() -> JekyllSite.find(files))
                .or(() -> EleventySite.find(files))
                .orElseGet(() -> new Findings(Optional.empty(), Map.of(), files.notes()));
    }

    /** What is wrong with Zola's file is told by everything that reads it. */
    private static Findings zola(SiteFiles files) {
        return new Findings(
                Optional.of(Findings.ZOLA),
                Map.of(),
                files.hasFolder("content") ? List.of() : List.of("there is no folder `content` with posts yet"));
    }
}
