package org.feedside.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.feedside.base.disk.SystemDisk;
import org.feedside.tools.doctor.Diagnosis;
import org.feedside.tools.doctor.Doctor;
import org.feedside.tools.doctor.Finding;
import org.feedside.tools.doctor.PublicFeeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches public feeds as readers do, and says what is wrong on the way. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Fetch the site's public feeds as six known readers would, and say what is wrong on the way.",
            "",
            "Inoreader, Feedly, NetNewsWire, Miniflux, FreshRSS and Newsboat ask through whatever proxy and "
                    + "CDN stands in front, as they do from outside. Of each fault this tells what was seen, what it does "
                    + "to readers, and what to do. It only reads."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing to say",
            "1:something is wrong",
            "2:usage, configuration, or nothing could be reached"
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  feedside doctor                                the feeds of the site in this folder",
            "  feedside doctor https://blog.example.org/      the feeds that this page names",
            "  feedside doctor blog.example.org/atom.xml      this feed"
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "URL",
            description = {
                "A feed, or a page that names feeds in its head; at most " + Doctor.MOST_FEEDS
                        + " are asked (default: the feeds of the site in DIR, at its base_url)."
            })
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--site",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder of the site whose feeds are asked, if there is no URL (default: this one).")
    private Path site = Path.of(".");

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() throws InterruptedException {
        var doctor = Doctor.ofTheWeb();
        return url.isPresent() ? ofUrl(doctor, url.get()) : ofSite(doctor);
    }

    private int ofUrl(Doctor doctor, String text) throws InterruptedException {
        var unused = Stream.of("--site", "--config", "--base-url")
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .toList();
        if (!unused.isEmpty()) {
            return refuse("%s says nothing of a URL: give the one or the other".formatted(String.join(", ", unused)));
        }
        var address = Doctor.address(text);
        if (address.isEmpty()) {
            return refuse("%s is no address of the web: write it as https://blog.example.org/atom.xml".formatted(text));
        }
        var feeds = doctor.feeds(address.get());
        if (feeds.isEmpty()) {
            return tell(Doctor.namesNoFeed(address.get()));
        }
        return examine(doctor, feeds);
    }

    private int ofSite(Doctor doctor) throws InterruptedException {
        var feeds = PublicFeeds.of(
                new SystemDisk(),
                config.folder(site),
                ConfigOptions.manner(false),
                Clock.systemUTC().instant());
        if (feeds.value().isEmpty()) {
            return refuse(feeds.problems().stream().sorted().map(Problem::of).toList());
        }
        var addresses = new ArrayList<URI>();
        for (var feed : feeds.value().get()) {
            var address = Doctor.address(feed);
            if (address.isEmpty()) {
                return refuse("%s is no address of the web: mend `base_url`".formatted(feed));
            }
            addresses.add(address.get());
        }
        return examine(doctor, addresses);
    }

    private int examine(Doctor doctor, List<URI> feeds) throws InterruptedException {
        var out = Console.of(spec).out();
        var diagnoses = new ArrayList<Diagnosis>();
        for (var feed : feeds) {
            var diagnosis = doctor.examine(feed);
            diagnoses.add(diagnosis);
            if (!json.isWanted()) {
                tell(diagnosis, out);
            }
        }
        var exitCode = exitCode(diagnoses);
        return json.isWanted()
                ? DoctorReport.of(diagnoses).print(spec.commandLine().getOut(), exitCode)
                : exitCode;
    }

    private static int exitCode(List<Diagnosis> diagnoses) {
        if (diagnoses.stream().noneMatch(Diagnosis::isReached)) {
            return ExitCode.USAGE;
        }
        return diagnoses.stream().allMatch(d -> d.findings().isEmpty()) ? ExitCode.DONE : ExitCode.SOME_ERRORS;
    }

    private static void tell(Diagnosis diagnosis, ConsoleText out) {
        if (diagnosis.findings().isEmpty()) {
            out.done("%s: six readers, nothing to say".formatted(diagnosis.feed()));
        } else {
            diagnosis.findings().forEach(out::finding);
            out.plain("%s: %s"
                    .formatted(
                            diagnosis.feed(),
                            ExitCode.count(diagnosis.findings().size(), "finding")));
        }
    }

    /** What is wrong with a page that was to name feeds. */
    private int tell(Finding finding) {
        if (json.isWanted()) {
            var diagnosis = new Diagnosis(finding.feed(), true, List.of(finding));
            return DoctorReport.of(List.of(diagnosis)).print(spec.commandLine().getOut(), ExitCode.SOME_ERRORS);
        }
        Console.of(spec).out().finding(finding);
        return ExitCode.SOME_ERRORS;
    }

    private int refuse(String message) {
        return refuse(List.of(Problem.error(message)));
    }

    private int refuse(List<Problem> problems) {
        if (json.isWanted()) {
            var document = DoctorReport.of(List.of());
            problems.forEach(document::problem);
            return document.print(spec.commandLine().getOut(), ExitCode.USAGE);
        }
        problems.forEach(Console.of(spec).err()::problem);
        return ExitCode.USAGE;
    }
}
