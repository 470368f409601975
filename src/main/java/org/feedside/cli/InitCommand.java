package org.feedside.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.SiteFolder;
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
            "Write a feedside.toml with every setting, its default and what it means.",
            "",
            "For a Zola site nothing need be set. For Hugo, Jekyll and Eleventy, what their configuration "
                    + "says of the site is filled in, and what must still be written is named. "
                    + "A feedside.toml that is there already is never touched."
        })
final class InitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SITE",
            defaultValue = ".",
            description = "The folder of the site (default: this one).")
    private Path site = Path.of(".");

    @Override
    public Integer call() {
        var disk = new SystemDisk();
        var folder = ConfigOptions.normalized(site);
        var file = folder.resolve(SiteFolder.OURS);
        try {
            if (disk.entry(folder).filter(e -> e.isFolder()).isEmpty()) {
                return refuse("there is no folder %s: name the folder of your site, as in feedside init my-site"
                        .formatted(folder));
            }
            if (disk.entry(file).isPresent()) {
                return refuse(
                        "%s is there already and stays as it is: edit it, or move it away and call `feedside init` again"
                                .formatted(file));
            }
            write(disk, folder, file);
            return ExitCode.DONE;
        } catch (IOException e) {
            return refuse("%s cannot be written (%s): look at space and permissions".formatted(file, e));
        }
    }

    private void write(Disk disk, Path folder, Path file) throws IOException {
        var findings = SiteFinder.find(disk, folder);
        var text = SettingsFile.text(findings);
        disk.replace(
                file, text.getBytes(StandardCharsets.UTF_8), Clock.systemUTC().instant());
        var out = Console.of(spec).out();
        out.plain(kind(findings));
        found(findings).forEach((source, keys) -> out.plain("From %s: %s.".formatted(source, String.join(", ", keys))));
        findings.notes().forEach(note -> out.plain("Note: %s.".formatted(note)));
        out.done("Written: " + file);
        var lines = SettingsFile.linesToWrite(text, findings);
        for (int i = 0; i < lines.size(); i++) {
            out.plain("Nobody knows `%s` but you: write it in line %d."
                    .formatted(findings.missing().get(i), lines.get(i)));
        }
        out.plain("Next: feedside check" + (folder.equals(Path.of(".")) ? "" : " " + folder));
    }

    private static String kind(SiteFindings findings) {
        if (findings.isZola()) {
            return "This is a Zola site: its own configuration says all that must be known, so nothing is set.";
        }
        return findings.generator()
                .map("This is a site of %s."::formatted)
                .orElse("This is no site of Zola, Hugo, Jekyll or Eleventy, so nothing is known of it.");
    }

    /** The keys that each file tells. */
    private static Map<String, List<String>> found(SiteFindings findings) {
        Map<String, TreeSet<String>> found = new LinkedHashMap<>();
        findings.facts()
                .forEach((key, fact) -> found.computeIfAbsent(fact.source(), source -> new TreeSet<>())
                        .add(key.substring(key.indexOf('.') + 1)));
        Map<String, List<String>> sorted = new LinkedHashMap<>();
        found.forEach((source, keys) -> sorted.put(source, List.copyOf(keys)));
        return sorted;
    }

    private int refuse(String message) {
        Console.of(spec).err().error(message);
        return ExitCode.USAGE;
    }
}
