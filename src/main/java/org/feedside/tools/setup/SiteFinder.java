package org.feedside.tools.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.disk.Disk;

/** Detects a site's generator and reads its configuration. */
public final class SiteFinder {
    private static final String ZOLAS = "zola.toml";

    /** Older Zola sites and older Hugo sites both have this file. */
    private static final String SHARED = "config.toml";

    /** The folders into which generators write a site. */
    private static final List<String> BUILT = List.of("public", "_site");

    private SiteFinder() {}

    /** Returns what the site's files say, and the folder of its built pages if there is one. */
    public static SiteFindings find(Disk disk, Path folder) {
        var files = new SiteFiles(disk, folder);
        var findings = find(files);
        return BUILT.stream()
                .filter(name -> files.hasFolder(name))
                .findFirst()
                .map(name -> findings.with("built", name, "the folder's name"))
                .orElse(findings);
    }

    private static SiteFindings find(SiteFiles files) {
        if (files.has(ZOLAS)) {
            return zola(files);
        }
        return HugoSite.find(files)
                .or(() -> Optional.of(SHARED).filter(files::has).map(file -> zola(files)))
                .or(() -> JekyllSite.find(files))
                .or(() -> EleventySite.find(files))
                .orElseGet(() -> new SiteFindings(Optional.empty(), Map.of(), files.notes()));
    }

    /** Errors in Zola's file are reported by everything that reads it. */
    private static SiteFindings zola(SiteFiles files) {
        return new SiteFindings(
                Optional.of(SiteFindings.ZOLA),
                Map.of(),
                files.hasFolder("content") ? List.of() : List.of("there is no folder `content` with posts yet"));
    }
}
