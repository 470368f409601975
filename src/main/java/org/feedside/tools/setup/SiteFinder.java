package org.feedside.tools.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.disk.Disk;
import org.feedside.config.Generator;

/** Detects a site's generator and reads its configuration. */
public final class SiteFinder {
    private static final String ZOLAS = "zola.toml";

    /** Older Zola sites and older Hugo sites both have this file. */
    private static final String SHARED = "config.toml";

    /** The key of the folder into which the generator writes. */
    static final String BUILT = "built";

    /** The folders into which generators write a site unless they are configured. */
    private static final List<String> DEFAULT_BUILT = List.of("public", "_site");

    private SiteFinder() {}

    /** Returns what the site's files say, and the folder of its built pages if there is one. */
    public static SiteFindings find(Disk disk, Path folder) {
        var files = new SiteFiles(disk, folder);
        var findings = find(files);
        var configured = findings.facts().containsKey(BUILT);
        return DEFAULT_BUILT.stream()
                .filter(name -> !configured && files.hasPages(name))
                .findFirst()
                .map(name -> findings.with(BUILT, name, "the folder's name"))
                .orElse(findings);
    }

    private static SiteFindings find(SiteFiles files) {
        return Stream.of(Generator.values())
                .flatMap(generator -> find(generator, files).stream())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<SiteFindings> find(Generator generator, SiteFiles files) {
        return switch (generator) {
            case ZOLA -> Optional.of(files).filter(SiteFinder::isZolas).map(SiteFinder::zola);
            case HUGO -> HugoSite.find(files);
            case JEKYLL -> JekyllSite.find(files);
            case ELEVENTY -> EleventySite.find(files);
            case OTHER -> Optional.of(new SiteFindings(Optional.empty(), Map.of(), files.notes()));
        };
    }

    private static boolean isZolas(SiteFiles files) {
        return files.has(ZOLAS) || (files.has(SHARED) && HugoSite.find(files).isEmpty());
    }

    /** Errors in Zola's file are reported by everything that reads it. */
    private static SiteFindings zola(SiteFiles files) {
        return new SiteFindings(
                Optional.of(SiteFindings.ZOLA),
                Map.of(),
                files.hasFolder("content") ? List.of() : List.of("there is no folder `content` with posts yet"));
    }
}
