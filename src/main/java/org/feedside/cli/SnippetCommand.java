package org.feedside.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.PathText;
import org.feedside.base.disk.SystemDisk;
import org.feedside.base.text.Suggestion;
import org.feedside.config.Configuration;
import org.feedside.config.Layout;
import org.feedside.config.SiteFolder;
import org.feedside.tools.setup.SiteSetup;
import org.feedside.tools.setup.Snippet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the configuration of other programs for a site's feeds. */
@Command(
        name = "snippet",
        mixinStandardHelpOptions = true,
        description = {
            "Print configuration for templates and servers, filled in for this site.",
            "",
            "autodiscovery: tags for the site's templates; nginx, caddy, apache: blocks that send requests to the "
                    + "service, or serve its files while it is down; systemd: the unit that runs the service. "
                    + "Without a name, all are printed. Comments say where each part belongs."
        })
final class SnippetCommand implements Callable<Integer> {
    private static final Path INSTALLED = Path.of("/usr/bin/feedside");
    private static final Path PACKAGE = Path.of("/usr/lib/feedside");
    private static final Path JAR = Path.of("/opt/feedside/feedside.jar");
    private static final String JAVA = "/usr/bin/java";

    private final Disk disk = new SystemDisk();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "SITE|NAME",
            description =
                    "The folder of the site (default: the current folder), and what to print: autodiscovery, nginx, "
                            + "caddy, apache or systemd.")
    private List<String> arguments = new ArrayList<>();

    @Option(names = "--feeds", paramLabel = "DIR", description = "The folder of the feeds (default: SITE/feeds).")
    private Optional<Path> feeds = Optional.empty();

    @Option(
            names = "--public",
            paramLabel = "DIR",
            description =
                    "The folder of the site's built pages (default: `built` of feedside.toml, SITE/public or SITE/_site).")
    private Optional<Path> built = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port of the service, if `serve` gets it as an option (default: `port` of feedside.toml, "
                    + "or 8080).")
    private Optional<Integer> port = Optional.empty();

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Override
    public Integer call() throws IOException {
        var err = Console.of(spec).err();
        var folders = arguments.stream()
                .filter(argument -> Snippet.of(argument).isEmpty())
                .toList();
        var found = PathText.resolve(Path.of(""), folders.isEmpty() ? "." : folders.get(0));
        if (folders.size() > 1
                || found.isEmpty()
                || disk.entry(ConfigOptions.normalized(found.get())).isEmpty()) {
            var word = folders.get(folders.size() - 1);
            err.problem(Problem.error(
                    Code.USAGE,
                    "`%s` is neither a folder nor the name of a snippet%s"
                            .formatted(word, Suggestion.among(Snippet.words(), word))));
            return ExitCode.USAGE;
        }
        var site = config.folder(found.get());
        var configuration = site.read(disk);
        if (configuration.value().isEmpty()) {
            err.problems(configuration.problems());
            return ExitCode.USAGE;
        }
        print(setup(site, configuration.value().get()));
        return ExitCode.DONE;
    }

    private SiteSetup setup(SiteFolder site, Configuration configuration) throws IOException {
        var folder = absolute(site.folder());
        return new SiteSetup(
                configuration,
                folder,
                absolute(feeds.orElse(folder.resolve("feeds"))),
                absolute(built.isPresent() ? built.get() : folder.resolve(builtName(folder, configuration))),
                port,
                command());
    }

    /** The setting; without it, Zola and Hugo write to {@code public}, Jekyll and Eleventy to {@code _site}. */
    private String builtName(Path folder, Configuration configuration) throws IOException {
        var configured = configuration.service().built();
        if (configured.isPresent()) {
            return configured.get().folder();
        }
        var isOther = configuration.site().layout() instanceof Layout.Folder
                && disk.entry(folder.resolve("public")).isEmpty()
                && disk.entry(folder.resolve("_site")).isPresent();
        return isOther ? "_site" : "public";
    }

    private void print(SiteSetup site) {
        var names = arguments.stream()
                .flatMap(argument -> Snippet.of(argument).stream())
                .distinct()
                .toList();
        var texts = (names.isEmpty() ? Arrays.asList(Snippet.values()) : names)
                .stream().map(snippet -> snippet.text(site)).toList();
        var out = spec.commandLine().getOut();
        out.print(String.join("\n", texts));
        out.flush();
    }

    /** Returns the command that starts this program: the installed command, or Java with the jar. */
    private List<String> command() throws IOException {
        var jar = jar();
        if (jar.filter(path -> path.startsWith(PACKAGE)).isPresent()
                && disk.entry(INSTALLED).isPresent()) {
            return List.of(INSTALLED.toString());
        }
        var java = ProcessHandle.current().info().command().filter(command -> jar.isPresent());
        return List.of(java.orElse(JAVA), "-jar", jar.orElse(JAR).toString());
    }

    private static Optional<Path> jar() {
        return Optional.ofNullable(SnippetCommand.class.getProtectionDomain().getCodeSource())
                .map(source -> source.getLocation().toString())
                .filter(url -> url.endsWith(".jar"))
                .map(url -> Path.of(URI.create(url)));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
