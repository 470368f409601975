package org.feedside.config;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.diagnostics.Utf8;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.FileTooLargeException;
import org.feedside.base.disk.LastFound;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.Toml;
import org.feedside.config.FolderConfigReader.FolderConfig;

/**
 * The folder of a site: a Zola site with its configuration, or a folder of posts whose {@code feedside.toml} has a
 * {@code [site]} table.
 *
 * @param configFile the configuration file, if it is elsewhere, as with Zola's {@code --config}
 * @param baseUrl overrides the configuration's base_url, as Zola's {@code --base-url}
 * @param settings replaces the text of {@code feedside.toml}
 */
public record SiteFolder(Path folder, Optional<Path> configFile, Optional<String> baseUrl, Optional<String> settings) {
    /** Far more than any hand-written configuration. */
    private static final long MAX_BYTES = 1_000_000;

    /** The name of the settings file. */
    public static final String SETTINGS_FILE = "feedside.toml";

    private static final String CONTENT = "content";
    private static final List<String> ZOLA_FILES = List.of("zola.toml", "config.toml");

    public SiteFolder(Path folder, Optional<Path> configFile, Optional<String> baseUrl) {
        this(folder, configFile, baseUrl, Optional.empty());
    }

    /** Reads the complete configuration, or returns all problems that prevent it. */
    public Parsed<Configuration> read(Disk disk) {
        return read(new ConfigurationFiles(disk, LastFound.once()));
    }

    /** Reads the configuration like {@link #read(Disk)}, again and again. */
    public Parsed<Configuration> read(ConfigurationFiles files) {
        List<Diagnostic> problems = new ArrayList<>();
        var settings = settings(files, problems);
        var service = settings.map(ServiceConfigReader::read);
        var named = settings.flatMap(table -> table.table("site"))
                .map(table -> FolderConfigReader.read(
                        folder,
                        folder.resolve(SETTINGS_FILE).toString(),
                        table,
                        baseUrl,
                        service.flatMap(ServiceConfig::timezone)));
        var zolaConfig = zolaConfig(files, named.map(FolderConfig::place));
        problems.addAll(zolaConfig.problems());
        var zolaSite = zolaConfig.value().map(file -> SiteConfigReader.read(file.file(), file.text(), baseUrl));
        zolaSite.ifPresent(site -> problems.addAll(site.problems()));
        var isNamed = zolaConfig.value().isEmpty() && named.isPresent();
        var site = isNamed ? named.map(FolderConfig::site) : zolaSite.flatMap(Parsed::value);
        var content = named.filter(n -> isNamed).map(n -> content(files, n)).orElse(folder.resolve(CONTENT));
        if (zolaConfig.problems().isEmpty()
                && (site.isPresent() || zolaConfig.value().isPresent())) {
            problems.addAll(contentProblems(files, content, isNamed));
        } else if (problems.isEmpty()) {
            problems.add(noConfiguration(files));
        }
        var known = files.knownPosts(folder);
        problems.addAll(known.problems());
        var complete = site.map(s -> FeedTemplates.added(files, folder, s, problems));
        var all = problems.stream().distinct().toList();
        return service.isEmpty() || complete.isEmpty() || known.value().isEmpty()
                ? Parsed.failed(all)
                : Parsed.unlessErrors(
                        new Configuration(
                                complete.get(),
                                service.get(),
                                content,
                                known.value().get()),
                        all);
    }

    /** Reads the settings; the defaults if there is no {@code feedside.toml}. */
    public Parsed<ServiceConfig> readService(Disk disk) {
        return Parsed.read(problems -> settings(new ConfigurationFiles(disk, LastFound.once()), problems)
                .map(ServiceConfigReader::read));
    }

    /** Returns the table of the settings file, which is empty if there is no file. */
    private Optional<Table> settings(ConfigurationFiles files, List<Diagnostic> problems) {
        var file = folder.resolve(SETTINGS_FILE);
        var text = settings.isPresent() ? Parsed.of(settings.get(), List.<Diagnostic>of()) : files.text(file);
        problems.addAll(text.problems());
        return text.value().isEmpty() && !text.problems().isEmpty()
                ? Optional.empty()
                : Toml.settings(file.toString(), text.value().orElse(""), problems);
    }

    private record ConfigFile(String file, String text) {
        boolean hasKey(Predicate<String> predicate) {
            return Toml.settings(file, text, new ArrayList<>())
                    .filter(table -> table.keys().stream().anyMatch(predicate))
                    .isPresent();
        }

        boolean hasBaseUrl() {
            return hasKey("base_url"::equals);
        }

        /** Returns whether this is Hugo's configuration, whose file can have the same name. */
        boolean isHugo() {
            return !hasBaseUrl() && hasKey("baseURL"::equalsIgnoreCase);
        }
    }

    /**
     * Finds Zola's configuration, if there is one.
     *
     * @param named the place of the {@code [site]} in {@code feedside.toml}
     */
    private Parsed<ConfigFile> zolaConfig(ConfigurationFiles files, Optional<Place> named) {
        for (var path : candidates()) {
            var text = files.text(path);
            if (!text.problems().isEmpty()) {
                return Parsed.failed(text.problems());
            }
            var file = text.value().map(t -> new ConfigFile(path.toString(), t));
            if (file.isEmpty()
                    || file.get().isHugo()
                    || (named.isPresent() && !file.get().hasBaseUrl())) {
                continue;
            }
            return new Parsed<>(
                    file,
                    named.stream()
                            .map(place -> Code.NO_SITE.error(
                                    place,
                                    "`[site]` and %s both configure the site: remove one of them".formatted(path)))
                            .toList());
        }
        return Parsed.failed(List.of());
    }

    private List<Path> candidates() {
        return configFile
                .map(List::of)
                .orElse(ZOLA_FILES.stream().map(folder::resolve).toList());
    }

    private Path content(ConfigurationFiles files, FolderConfig config) {
        return config.content()
                .orElseGet(() -> isFolder(files, folder.resolve(CONTENT)) ? folder.resolve(CONTENT) : folder);
    }

    /** Returns the error for a folder without any site configuration. */
    private Diagnostic noConfiguration(ConfigurationFiles files) {
        if (!isFolder(files, folder)) {
            return Code.NO_SITE.error(
                    folder, "there is no such folder: pass the folder of your site, as in `feedside build my-site`");
        }
        var settingsFile = folder.resolve(SETTINGS_FILE);
        var table = "[site], base_url = \"https://example.org\" and title = \"My site\"";
        var hugoConfig = candidates().stream()
                .flatMap(file -> files.text(file).value().stream().map(text -> new ConfigFile(file.toString(), text)))
                .filter(ConfigFile::isHugo)
                .findFirst();
        if (hugoConfig.isPresent()) {
            return Code.NO_SITE.error(
                    hugoConfig.get().file(),
                    "this is Hugo's configuration (it has baseURL), not Zola's: run `feedside init`, or write %s with %s"
                            .formatted(settingsFile, table));
        }
        if (files.text(settingsFile).value().isPresent()) {
            return Code.NO_SITE.error(
                    settingsFile,
                    "the site is not configured: there is no Zola configuration (zola.toml or config.toml) here, so add %s"
                            .formatted(table));
        }
        return Code.NO_SITE.error(
                candidates().get(candidates().size() - 1),
                "there is no configuration here: pass the folder of your site, the one with zola.toml or config.toml, as in `feedside build my-site`; for posts of another generator run `feedside init`, or write %s with %s"
                        .formatted(settingsFile, table));
    }

    /** Reads a text file; no value and no problem if it does not exist. */
    public static Parsed<String> text(Disk disk, Path file) {
        return text(disk, file, MAX_BYTES);
    }

    /** Reads a text file of at most {@code maxBytes} bytes; no value and no problem if it does not exist. */
    public static Parsed<String> text(Disk disk, Path file, long maxBytes) {
        try {
            return Utf8.decode(file.toString(), disk.read(file, maxBytes));
        } catch (NoSuchFileException e) {
            return Parsed.failed(List.of());
        } catch (FileTooLargeException e) {
            return Parsed.failed(Code.UNREADABLE.error(
                    file, "the file is larger than %d bytes: make it smaller".formatted(maxBytes)));
        } catch (IOException e) {
            return Parsed.failed(Code.UNREADABLE.error(file, FailureReason.ofReading(e)));
        }
    }

    private static List<Diagnostic> contentProblems(ConfigurationFiles files, Path content, boolean isNamed) {
        try {
            if (files.isFolder(content)) {
                return List.of();
            }
        } catch (IOException e) {
            return List.of(
                    Code.UNREADABLE.error(content, "the folder cannot be read (%s)".formatted(FailureReason.of(e))));
        }
        return List.of(Code.NO_SITE.error(
                content,
                isNamed
                        ? "there is no folder of posts here: correct `content` in the [site] of feedside.toml"
                        : "there is no folder of posts here: a Zola site keeps them in `content`"));
    }

    private static boolean isFolder(ConfigurationFiles files, Path path) {
        try {
            return files.isFolder(path);
        } catch (IOException e) {
            return false;
        }
    }
}
