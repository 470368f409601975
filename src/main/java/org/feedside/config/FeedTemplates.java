package org.feedside.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.PathText;

/** Finds the formats of a site's feed templates. */
final class FeedTemplates {
    private FeedTemplates() {}

    /** Adds the formats of the feed templates of the site, or else of its theme. */
    static SiteConfig added(ConfigurationFiles files, Path folder, SiteConfig site, List<Diagnostic> problems) {
        var folders = new ArrayList<Path>();
        folders.add(folder.resolve("templates"));
        site.theme()
                .flatMap(theme -> PathText.resolve(folder, "themes/" + theme + "/templates"))
                .ifPresent(folders::add);
        var templates = new TreeMap<>(site.feedTemplates());
        for (var language : site.languages()) {
            for (var name : language.feedFilenames()) {
                folders.stream()
                        .flatMap(f -> PathText.resolve(f, name).stream())
                        .map(files::text)
                        .peek(text -> problems.addAll(text.problems()))
                        .flatMap(text -> text.value().stream())
                        .findFirst()
                        .flatMap(FeedTemplate::of)
                        .ifPresent(template -> templates.put(name, template));
            }
        }
        return site.withFeedTemplates(templates);
    }
}
