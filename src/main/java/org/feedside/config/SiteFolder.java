package org.feedside.config;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.diagnostics.Diagnostic;
import org.feedside.diagnostics.Parsed;
import org.feedside.diagnostics.Place;
import org.feedside.diagnostics.Utf8;
import org.feedside.disk.Disk;

/**
 * The folder of a site, with Zola's configuration, ours, and the posts.
 *
 * @param configFile a configuration elsewhere, as Zola's {@code --config}
 * @param baseUrl in place of the configuration's, as Zola's {@code --base-url}
 */
public record SiteFolder(Path folder, Optional<Path> configFile, Optional<String> baseUrl) {
    /** No person writes a configuration as large as this. */
    private static final long MOST_BYTES = 1_000_000;

    private static final String OURS = "feedside.toml";
    private static final List<String> ZOLAS = List.of("zola.toml", "config.toml");

    /** Everything that is configured, or every reason why it cannot be read. */
    public Parsed<Configuration> read(Disk disk) {
        List<Diagnostic> problems = new ArrayList<>();
        var service = readService(disk);
        var site = readSite(disk);
        problems.addAll(service.problems());
        problems.addAll(site.problems());
        problems.addAll(contentProblems(disk));
        if (service.value().isEmpty() || site.value().isEmpty()) {
            return Parsed.failed(problems);
        }
        var withTemplates = site.value()
                .get()
                .withFeedTemplates(feedTemplates(disk, site.value().get()));
        return Parsed.unlessErrors(
                new Configuration(withTemplates, service.value().get(), content()), problems);
    }

    /** What the site's templates of feeds make, or else those of its theme. */
    private Map<String, FeedTemplate> feedTemplates(Disk disk, SiteConfig site) {
        var folders = new ArrayList<Path>();
        folders.add(folder.resolve("templates"));
        site.theme().ifPresent(theme -> folders.add(folder.resolve("themes/" + theme + "/templates")));
        var templates = new TreeMap<String, FeedTemplate>();
        for (var language : site.languages()) {
            for (var name : language.feedFilenames()) {
                // A template that cannot be read is as good as none: the name decides.
                folders.stream()
                        .flatMap(f -> text(disk, f.resolve(name)).value().stream())
                        .findFirst()
                        .flatMap(FeedTemplate::of)
                        .ifPresent(template -> templates.put(name, template));
            }
        }
        return templates;
    }

    /** Our own settings; the defaults if there is no {@code feedside.toml}. */
    public Parsed<ServiceConfig> readService(Disk disk) {
        var file = folder.resolve(OURS);
        var text = text(disk, file);
        if (text.value().isEmpty() && text.problems().isEmpty()) {
            return Parsed.of(ServiceConfig.DEFAULT, List.of());
        }
        return text.value().isEmpty()
                ? Parsed.failed(text.problems())
                : ServiceConfigReader.read(file.toString(), text.value().get());
    }

    private Parsed<SiteConfig> readSite(Disk disk) {
        var candidates = configFile
                .map(List::of)
                .orElse(ZOLAS.stream().map(folder::resolve).toList());
        for (var file : candidates) {
            var text = text(disk, file);
            if (!text.problems().isEmpty()) {
                return Parsed.failed(text.problems());
            } else if (text.value().isPresent()) {
                return SiteConfigReader.read(file.toString(), text.value().get(), baseUrl);
            }
        }
        return Parsed.failed(
                Diagnostic.error(
                        Place.startOf(candidates.get(candidates.size() - 1).toString()),
                        "there is no configuration here: name the folder of your site, the one with zola.toml or config.toml, as in feedside build my-site"));
    }

    /** The text of a file; nothing, and no problem, if there is no such file. */
    private static Parsed<String> text(Disk disk, Path file) {
        try {
            return Utf8.decode(file.toString(), disk.read(file, MOST_BYTES));
        } catch (NoSuchFileException e) {
            return Parsed.failed(List.of());
        } catch (IOException e) {
            return Parsed.failed(Diagnostic.error(
                    Place.startOf(file.toString()),
                    "the file cannot be read (%s): look at its permissions".formatted(e)));
        }
    }

    private List<Diagnostic> contentProblems(Disk disk) {
        try {
            if (disk.entry(content()).filter(e -> e.isFolder()).isPresent()) {
                return List.of();
            }
        } catch (IOException e) {
            return List.of(Diagnostic.error(
                    Place.startOf(content().toString()), "the folder cannot be read (%s)".formatted(e)));
        }
        return List.of(Diagnostic.error(
                Place.startOf(content().toString()),
                "there is no folder of posts here: a Zola site keeps them in `content`"));
    }

    public Path content() {
        return folder.resolve("content");
    }
}
