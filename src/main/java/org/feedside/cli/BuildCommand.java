package org.feedside.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Fence;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.DiskEntry;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.SystemDisk;
import org.feedside.base.disk.TemporaryFolder;
import org.feedside.base.text.PrintableText;
import org.feedside.publishing.state.StateException;
import org.feedside.refreshing.RefreshResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes all feeds once. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Write all feeds once.",
            "",
            "Files whose feed has not changed are not touched, except with --output. A post with an error keeps its last published "
                    + "version, or is left out if it has none; everything else is written. `build` does not notify the "
                    + "WebSub hub, because its subscribers could not fetch feeds that you have not uploaded yet. `serve` "
                    + "notifies it of all changes since.",
            "",
            "With --output the feeds and the pages about them become part of the built site, for a host that only serves "
                    + "files."
        },
        footerHeading = "%nFor example, after the generator has built the site in my-site/public:%n",
        footer = "  feedside build my-site --output my-site/public --state my-site/.feeds-state")
final class BuildCommand implements Callable<Integer> {
    @Mixin
    private SiteOptions site = new SiteOptions();

    @Mixin
    private FeedsOption feeds = new FeedsOption();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = {
                "Write the feeds, the pages about them and a file _headers for Netlify and Cloudflare Pages into the built "
                        + "site in this folder."
            })
    private Optional<Path> builtSite = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = {
                "With --output: keep the state, such as the dates of the feeds, in this folder until the next build "
                        + "(default: keep none)."
            })
    private Optional<Path> state = Optional.empty();

    @Mixin
    private Output output = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (builtSite.isEmpty() && state.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--state needs --output");
        } else if (builtSite.isEmpty()) {
            return build(feeds.folder(site.folder()));
        } else if (feeds.isFolderGiven()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--output and --feeds exclude each other: --state names the folder of the state");
        } else if (!isFolder(builtSite.get())) {
            return fail(List.of(Problem.error(
                    Code.FEEDS_FOLDER,
                    "%s is not a folder: --output names the site that the generator has built"
                            .formatted(builtSite.get()))));
        } else if (state.filter(this::isInBuiltSite).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--state must be outside of --output, whose files are public");
        } else if (state.isPresent()) {
            return build(state.get());
        }
        try (var temporary = TemporaryFolder.create()) {
            return build(temporary.path());
        } catch (IOException e) {
            return fail(List.of(Problem.error(
                    Code.FEEDS_FOLDER, "there is no place for temporary files: " + FailureReason.withFile(e))));
        }
    }

    private static boolean isFolder(Path path) {
        try {
            return new SystemDisk().entry(path).filter(DiskEntry::isFolder).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isBuiltSite(Path folder) {
        try {
            return new SystemDisk().entry(folder.resolve("index.html")).isPresent();
        } catch (IOException e) {
            // The feeds were written there, so only the warning is lost.
            return false;
        }
    }

    private boolean isInBuiltSite(Path folder) {
        return realPath(folder).startsWith(realPath(builtSite.orElseThrow()));
    }

    /** Returns the path without symbolic links; a part that does not exist yet stays as it is. */
    private static Path realPath(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        try {
            var real = new SystemDisk().realPath(absolute);
            return real.or(() -> Optional.ofNullable(absolute.getParent())
                            .map(parent -> realPath(parent).resolve(absolute.getFileName())))
                    .orElse(absolute);
        } catch (IOException e) {
            return absolute;
        }
    }

    /** Builds the feeds in a folder that also holds the state. */
    private int build(Path folder) throws InterruptedException {
        var configuration = site.folder().read(new SystemDisk());
        if (configuration.value().isEmpty()) {
            return fail(Problem.of(configuration.problems()));
        }
        // Nothing was there a moment ago: a missing file is deleted.
        var read = configuration.value().get().service().withSettle(Duration.ZERO);
        // A static host does not notify the hub, so subscribers of the hub would get no updates.
        var settings = builtSite.isPresent() ? read.withHub(Optional.empty()) : read;
        var progress = output.progress();
        try (var service = new Service(feeds.options(site, folder, settings, progress))) {
            service.open();
            var refreshed = refresh(service);
            progress.clear();
            if (refreshed.value().isEmpty()) {
                return fail(Problem.of(refreshed.problems()));
            }
            var result = refreshed.value().get();
            if (result.kind() == RefreshResult.Kind.DEGRADED) {
                return fail(Problem.of(result.problems()));
            }
            var problems = new ArrayList<>(result.problems());
            builtSite.ifPresent(site -> problems.addAll(new StaticOutput(new SystemDisk(), site, settings.http())
                    .write(service.published().current())));
            if (builtSite.isEmpty() && isBuiltSite(folder)) {
                problems.add(Code.FEEDS_FOLDER.warning(
                        folder,
                        "this is a built site, and the state in its folder .feedside must not be published: use --output instead of"
                                + " --feeds"));
            }
            return report(result, problems, builtSite.orElse(folder));
        } catch (StateException e) {
            return fail(List.of(Problem.error(Code.STATE, String.valueOf(e.getMessage()))));
        }
    }

    private int fail(List<Problem> problems) {
        return output.fail(new JsonReport("build"), problems);
    }

    private int report(RefreshResult result, List<Diagnostic> problems, Path folder) {
        var exitCode = ExitCode.of(problems);
        output.print(console -> {
            console.err().problems(problems);
            console.out().waiting(result.waiting());
            console.out()
                    .result(
                            exitCode,
                            "%s in %s: %d changed, all in %s"
                                    .formatted(
                                            PrintableText.count(result.posts(), "post"),
                                            PrintableText.count(result.documents(), "document"),
                                            result.changed(),
                                            folder));
        });
        var report = new JsonReport("build")
                .with("posts", result.posts())
                .with("documents", result.documents())
                .with("changed", result.changed())
                .with("folder", folder.toString())
                .problems(problems)
                .waiting(result.waiting());
        return output.end(report, exitCode);
    }

    /** Refreshes, and waits and retries while Last-Modified cannot increase yet, because it counts whole seconds. */
    private static Parsed<RefreshResult> refresh(Service service) throws InterruptedException {
        while (true) {
            var refreshed = Fence.of("feedside", service::refresh);
            var postponed = refreshed.value().filter(result -> result.kind() == RefreshResult.Kind.POSTPONED);
            if (postponed.isEmpty()) {
                return refreshed;
            }
            var next = postponed.get().nextRefresh().orElseThrow();
            var wait = Duration.between(Clock.systemUTC().instant(), next);
            Thread.sleep(Math.max(1, wait.toMillis() + 1));
        }
    }
}
