package org.feedside.config;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.diagnostics.Utf8;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FileTooLargeException;
import org.feedside.base.toml.Toml;
import org.feedside.config.FolderConfigReader.FolderConfig;

/**
 * The folder of a site: one of Zola's with its configuration, or any folder of posts with a {@code feedside.toml} that
 * names the site.
 *
 * @param configFile a configuration elsewhere, as Zola's {@code --config}
 * @param baseUrl in place of the configuration's, as Zola's {@code --base-url}
 */
public record SiteFolder(Path folder, Optional<Path> configFile, Optional<String> baseUrl) {
    /** No person writes a configuration as large as this. */
    private static final long MOST_BYTES = 1_000_000;

    /** The file of our own settings. */
    public static final String OURS = "feedside.toml";

    private static final String CONTENT = "content";
    private static final List<String> ZOLAS = List.of("zola.toml", "config.toml");

    /** Everything that is configured, or every reason why it cannot be read. */
    public Parsed<Configuration> read(Disk disk) {
        return read(disk, new KnownPostsFile());
    }

    /** The same, with a file of known posts that may have been read before. */
    public Parsed<Configuration> read(Disk disk, KnownPostsFile knownPosts) {
        List<Diagnostic> problems = new ArrayList<>();
        var service = readService(disk);
        problems.addAll(service.problems());
        var named = namedSite(disk, service.value());
        problems.addAll(named.problems());
        var zolas = zolas(disk, named.value());
        problems.addAll(zolas.problems());
        var isNamed = zolas.value().isEmpty() && named.value().isPresent();
        var site = isNamed
                ? named.value().map(NamedSite::config).map(FolderConfig::site)
                : zolas.value().flatMap(file -> zolasSite(file, problems));
        var content = named.value()
                .filter(n -> isNamed)
                .map(n -> content(disk, n.config()))
                .orElse(folder.resolve(CONTENT));
        if (zolas.problems().isEmpty() && (site.isPresent() || zolas.value().isPresent())) {
            problems.addAll(contentProblems(disk, content, isNamed));
        } else if (problems.isEmpty()) {
            problems.add(nothingHere(disk));
        }
        var known = knownPosts.read(disk, folder);
        problems.addAll(known.problems());
        var all = problems.stream().distinct().toList();
        return service.value().isEmpty() || site.isEmpty() || known.value().isEmpty()
                ? Parsed.failed(all)
                : Parsed.unlessErrors(
                        new Configuration(
                                withTemplates(disk, site.get()),
                                service.value().get(),
                                content,
                                known.value().get()),
                        all);
    }

    /** A site with what its templates of feeds make, or else those of its theme. */
    private SiteConfig withTemplates(Disk disk, SiteConfig site) {
        var folders = new ArrayList<Path>();
        folders.add(folder.resolve("templates"));
        site.theme().ifPresent(theme -> folders.add(folder.resolve("themes/" + theme + "/templates")));
        var templates = new TreeMap<>(site.feedTemplates());
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
        return site.withFeedTemplates(templates);
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

    private record ConfigFile(String file, String text) {
        boolean hasKey(Predicate<String> wanted) {
            return Toml.read(file, 1, text, new ArrayList<>())
                    .filter(table -> table.keys().stream().anyMatch(wanted))
                    .isPresent();
        }

        boolean saysBaseUrl() {
            return hasKey("base_url"::equals);
        }

        /** Whether it says where the site is in the words of Hugo, whose file can have the same name. */
        boolean isHugos() {
            return !saysBaseUrl() && hasKey("baseURL"::equalsIgnoreCase);
        }
    }

    /** The site that {@code feedside.toml} names. */
    private record NamedSite(FolderConfig config, Place place) {}

    private Parsed<NamedSite> namedSite(Disk disk, Optional<ServiceConfig> service) {
        var file = folder.resolve(OURS);
        List<Diagnostic> problems = new ArrayList<>();
        var site = text(disk, file)
                .value()
                .flatMap(text -> Toml.read(file.toString(), 1, text, problems))
                .flatMap(table -> table.table("site"))
                .map(table -> {
                    var timezone = service.flatMap(ServiceConfig::timezone);
                    var config = FolderConfigReader.read(folder, file.toString(), table, baseUrl, timezone);
                    return new NamedSite(config, table.place());
                });
        return new Parsed<>(site, problems);
    }

    /** Zola's configuration, if there is one. */
    private Parsed<ConfigFile> zolas(Disk disk, Optional<NamedSite> named) {
        for (var path : candidates()) {
            var text = text(disk, path);
            if (!text.problems().isEmpty()) {
                return Parsed.failed(text.problems());
            }
            var file = text.value().map(t -> new ConfigFile(path.toString(), t));
            if (file.isEmpty()
                    || file.get().isHugos()
                    || (named.isPresent() && !file.get().saysBaseUrl())) {
                continue;
            }
            return new Parsed<>(
                    file,
                    named.stream()
                            .map(site -> Diagnostic.error(
                                    site.place(),
                                    "`[site]` and %s both name the site: remove one of them".formatted(path)))
                            .toList());
        }
        return Parsed.failed(List.of());
    }

    private List<Path> candidates() {
        return configFile
                .map(List::of)
                .orElse(ZOLAS.stream().map(folder::resolve).toList());
    }

    private Optional<SiteConfig> zolasSite(ConfigFile file, List<Diagnostic> problems) {
        var site = SiteConfigReader.read(file.file(), file.text(), baseUrl);
        problems.addAll(site.problems());
        return site.value();
    }

    private Path content(Disk disk, FolderConfig config) {
        return config.content()
                .map(name -> name.isEmpty() || name.equals(".") ? folder : folder.resolve(name))
                .orElseGet(() -> isFolder(disk, folder.resolve(CONTENT)) ? folder.resolve(CONTENT) : folder);
    }

    /** What to do about a folder that does not say what site it is. */
    private Diagnostic nothingHere(Disk disk) {
        var ours = folder.resolve(OURS);
        var table = "[site], base_url = \"https://example.org\" and title = \"My site\"";
        var hugos = candidates().stream()
                .flatMap(file -> text(disk, file).value().stream().map(text -> new ConfigFile(file.toString(), text)))
                .filter(ConfigFile::isHugos)
                .findFirst();
        if (hugos.isPresent()) {
            return Diagnostic.error(
                    Place.startOf(hugos.get().file()),
                    "this is Hugo's configuration (it has baseURL), not Zola's: call `feedside init`, or write %s with %s"
                            .formatted(ours, table));
        }
        if (text(disk, ours).value().isPresent()) {
            return Diagnostic.error(
                    Place.startOf(ours.toString()),
                    "nothing names the site: there is no zola.toml or config.toml of Zola here, so add %s"
                            .formatted(table));
        }
        return Diagnostic.error(
                Place.startOf(candidates().get(candidates().size() - 1).toString()),
                "there is no configuration here: name the folder of your site, the one with zola.toml or config.toml, as in feedside build my-site; for posts of another generator call `feedside init`, or write %s with %s"
                        .formatted(ours, table));
    }

    /** The text of a file; nothing, and no problem, if there is no such file. */
    private static Parsed<String> text(Disk disk, Path file) {
        return text(disk, file, MOST_BYTES);
    }

    /** The same for a file of at most so many bytes. */
    public static Parsed<String> text(Disk disk, Path file, long mostBytes) {
        try {
            return Utf8.decode(file.toString(), disk.read(file, mostBytes));
        } catch (NoSuchFileException e) {
            return Parsed.failed(List.of());
        } catch (FileTooLargeException e) {
            return Parsed.failed(Diagnostic.error(
                    Place.startOf(file.toString()),
                    "the file is larger than %d bytes: make it smaller".formatted(mostBytes)));
        } catch (IOException e) {
            return Parsed.failed(Diagnostic.error(
                    Place.startOf(file.toString()),
                    "the file cannot be read (%s): look at its permissions".formatted(e)));
        }
    }

    private static List<Diagnostic> contentProblems(Disk disk, Path content, boolean isNamed) {
        try {
            if (disk.entry(content).filter(e -> e.isFolder()).isPresent()) {
                return List.of();
            }
        } catch (IOException e) {
            return List.of(
                    Diagnostic.error(Place.startOf(content.toString()), "the folder cannot be read (%s)".formatted(e)));
        }
        return List.of(Diagnostic.error(
                Place.startOf(content.toString()),
                isNamed
                        ? "there is no folder of posts here: correct `content` in the [site] of feedside.toml"
                        : "there is no folder of posts here: a Zola site keeps them in `content`"));
    }

    private static boolean isFolder(Disk disk, Path path) {
        try {
            return disk.entry(path).filter(e -> e.isFolder()).isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
