package org.feedside.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.SiteFolder;
import org.feedside.pipeline.LoadedSite;
import org.feedside.pipeline.SelectorFinder;
import org.feedside.tools.setup.SettingsFile;
import org.feedside.tools.setup.SiteFinder;
import org.feedside.tools.setup.SiteFindings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a first {@code feedside.toml}. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Write a feedside.toml with all settings, their defaults and explanations.",
            "",
            "A Zola site needs no settings. For Hugo, Jekyll and Eleventy, the settings are filled in from their "
                    + "configuration, and the command lists the settings that you must add. An existing "
                    + "feedside.toml is never changed."
        })
final class InitCommand implements Callable<Integer> {
    /** The JSON Schema of the file, where the package installs it. */
    private static final Path SCHEMA = Path.of("/usr/share/feedside/feedside.schema.json");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SITE",
            defaultValue = ".",
            description = "The folder of the site (default: the current folder).")
    private Path site = Path.of(".");

    @Override
    public Integer call() {
        var disk = new SystemDisk();
        var folder = ConfigOptions.normalized(site);
        var file = folder.resolve(SiteFolder.SETTINGS_FILE);
        try {
            if (disk.entry(folder).filter(e -> e.isFolder()).isEmpty()) {
                return fail("there is no folder %s: pass the folder of your site, as in `feedside init my-site`"
                        .formatted(folder));
            }
            if (disk.entry(file).isPresent()) {
                return fail(
                        "%s already exists and was not changed: edit it, or move it away and run `feedside init` again"
                                .formatted(file));
            }
            write(disk, folder, file);
            return ExitCode.DONE;
        } catch (IOException e) {
            return fail(
                    "%s cannot be written (%s): check disk space and permissions".formatted(file, FailureReason.of(e)));
        }
    }

    private void write(Disk disk, Path folder, Path file) throws IOException {
        var findings = withSelector(disk, folder, SiteFinder.find(disk, folder));
        // Editors find the schema by this line. The jar alone does not install it.
        var schema = disk.entry(SCHEMA).isPresent() ? "#:schema %s\n".formatted(SCHEMA.toUri()) : "";
        var text = schema + SettingsFile.text(findings);
        disk.replace(
                file, text.getBytes(StandardCharsets.UTF_8), Clock.systemUTC().instant());
        var out = Console.of(spec).out();
        out.line(generator(findings));
        found(findings).forEach((source, keys) -> out.line("From %s: %s.".formatted(source, String.join(", ", keys))));
        findings.notes().forEach(note -> out.line("Note: %s.".formatted(note)));
        out.success("Written: " + file);
        if (findings.facts().containsKey("built") && !findings.facts().containsKey("content_selector")) {
            out.line(
                    "Note: no element of the built pages has the posts' texts, so contents are computed from Markdown.");
        }
        SettingsFile.linesToWrite(text, findings)
                .forEach((key, line) ->
                        out.line("`%s` could not be determined: write it on line %d.".formatted(key, line)));
        out.line("Next: feedside check" + (folder.equals(Path.of(".")) ? "" : " " + folder));
    }

    /** Adds the selector of the posts' contents, if there are built pages. */
    private static SiteFindings withSelector(Disk disk, Path folder, SiteFindings findings) {
        if (!findings.facts().containsKey("built")) {
            return findings;
        }
        var site =
                new SiteFolder(folder, Optional.empty(), Optional.empty(), Optional.of(SettingsFile.preview(findings)));
        var now = Clock.systemUTC().instant();
        return LoadedSite.read(disk, site, now)
                .value()
                .flatMap(loaded -> SelectorFinder.find(disk, site, loaded, ConfigOptions.buildOptions(false), now))
                .map(found -> findings.with("content_selector", found.selector(), "the built pages"))
                .orElse(findings);
    }

    private static String generator(SiteFindings findings) {
        if (findings.isZola()) {
            return "This is a Zola site: its own configuration is sufficient, so no settings are filled in.";
        }
        return findings.generator()
                .map("This is a %s site."::formatted)
                .orElse("This is not a Zola, Hugo, Jekyll or Eleventy site, so no settings are filled in.");
    }

    /** Returns the keys that were found, by file. */
    private static Map<String, Set<String>> found(SiteFindings findings) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        findings.facts()
                .forEach((key, fact) -> found.computeIfAbsent(fact.source(), source -> new TreeSet<>())
                        .add(key.substring(key.indexOf('.') + 1)));
        return found;
    }

    private int fail(String message) {
        Console.of(spec).err().problem(Problem.error(Code.USAGE, message));
        return ExitCode.USAGE;
    }
}
