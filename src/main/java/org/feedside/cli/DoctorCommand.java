package org.feedside.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.disk.SystemDisk;
import org.feedside.base.text.PrintableText;
import org.feedside.http.client.RequestFailure;
import org.feedside.pipeline.Progress;
import org.feedside.tools.doctor.Diagnosis;
import org.feedside.tools.doctor.Doctor;
import org.feedside.tools.doctor.PublicFeeds;
import org.feedside.tools.doctor.WebAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches public feeds as feed readers do, and reports problems. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Fetch the site's public feeds as six feed readers do, and report problems.",
            "",
            "The requests are those of Inoreader, Feedly, NetNewsWire, Miniflux, FreshRSS and Newsboat, and pass "
                    + "through any proxy or CDN in front of the service. Each finding says what was seen, its effect on "
                    + "readers, and what to do. The command changes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no findings",
            "1:some findings",
            "2:usage or configuration error, or no feed could be reached"
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  feedside doctor                                the feeds of the site in this folder",
            "  feedside doctor https://blog.example.org/      the feeds that this page links to",
            "  feedside doctor blog.example.org/atom.xml      this feed",
            "  feedside doctor --connect 203.0.113.7:443      the feeds of the site on a server that DNS does not name yet"
        })
final class DoctorCommand implements Callable<Integer> {
    private static final Pattern SERVER = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+):(\\d{1,5})");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "URL",
            description = {
                "A feed, or a page that links to feeds in its head; at most " + Doctor.MAX_FEEDS
                        + " are fetched (default: the feeds of the site in DIR, below its base_url)."
            })
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--site",
            paramLabel = "DIR",
            defaultValue = ".",
            description =
                    "The folder of the site whose feeds are fetched if no URL is given (default: the current folder).")
    private Path site = Path.of(".");

    @Option(
            names = "--connect",
            paramLabel = "HOST:PORT",
            description =
                    "Connect to this server for the host of the feeds, whatever DNS says: to examine a server before DNS points to it.")
    private Optional<String> connect = Optional.empty();

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        try {
            return url.isPresent() ? ofUrl(url.get()) : ofSite();
        } catch (IOException e) {
            return fail("--connect: cannot connect to %s: %s; check that the server runs and listens there"
                    .formatted(connect.orElseThrow(), RequestFailure.printable(String.valueOf(e.getMessage()))));
        }
    }

    /**
     * Returns a doctor for the host of a URL.
     *
     * @throws IOException if the server of {@code --connect} does not accept connections
     */
    private Doctor doctor(URI host, Progress progress) throws IOException {
        return connect.isPresent()
                ? Doctor.connectedTo(server(connect.get()), host, progress)
                : Doctor.ofTheWeb(progress);
    }

    private InetSocketAddress server(String text) {
        var server = SERVER.matcher(text);
        if (!server.matches() || Integer.parseInt(server.group(2)) > 65_535) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--connect needs a host and a port, such as 203.0.113.7:443 or [2001:db8::7]:443");
        }
        return new InetSocketAddress(server.group(1), Integer.parseInt(server.group(2)));
    }

    private int ofUrl(String text) throws InterruptedException, IOException {
        var unused = Stream.of("--site", "--config", "--base-url")
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .toList();
        if (!unused.isEmpty()) {
            return fail("%s cannot be combined with a URL: remove one of them".formatted(String.join(", ", unused)));
        }
        var uri = WebAddress.parse(text);
        if (uri.isEmpty()) {
            return fail("%s is not a URL with http or https: write it as https://blog.example.org/atom.xml"
                    .formatted(text));
        }
        var progress = output.progress();
        var doctor = doctor(uri.get(), progress);
        var feeds = doctor.feeds(uri.get());
        progress.clear();
        if (feeds.isEmpty()) {
            var diagnosis = Doctor.namesNoFeed(uri.get());
            output.print(console -> diagnosis.findings().forEach(console.out()::finding));
            return output.end(DoctorReport.of(List.of(diagnosis)), ExitCode.SOME_ERRORS);
        }
        return examine(doctor, feeds, progress);
    }

    private int ofSite() throws InterruptedException, IOException {
        var feeds = PublicFeeds.of(
                new SystemDisk(),
                config.folder(site),
                ConfigOptions.buildOptions(false),
                Clock.systemUTC().instant());
        if (feeds.value().isEmpty()) {
            return fail(Problem.of(feeds.problems()));
        }
        var uris = new ArrayList<URI>();
        for (var feed : feeds.value().get()) {
            var uri = WebAddress.parse(feed);
            if (uri.isEmpty()) {
                return fail("%s is not a URL with http or https: correct `base_url`".formatted(feed));
            }
            uris.add(uri.get());
        }
        var progress = output.progress();
        return examine(doctor(uris.get(0), progress), uris, progress);
    }

    private int examine(Doctor doctor, List<URI> feeds, ProgressLine progress) throws InterruptedException {
        var diagnoses = new ArrayList<Diagnosis>();
        for (var feed : feeds) {
            var diagnosis = doctor.examine(feed);
            progress.clear();
            diagnoses.add(diagnosis);
            output.print(console -> print(diagnosis, console.out()));
        }
        return output.end(DoctorReport.of(diagnoses), exitCode(diagnoses));
    }

    private static int exitCode(List<Diagnosis> diagnoses) {
        if (diagnoses.stream().noneMatch(Diagnosis::isReached)) {
            return ExitCode.USAGE;
        }
        return diagnoses.stream().allMatch(d -> d.findings().isEmpty()) ? ExitCode.DONE : ExitCode.SOME_ERRORS;
    }

    private static void print(Diagnosis diagnosis, ConsoleText out) {
        if (diagnosis.findings().isEmpty()) {
            out.success("%s: six readers, no findings".formatted(diagnosis.feed()));
        } else {
            diagnosis.findings().forEach(out::finding);
            out.line("%s: %s"
                    .formatted(
                            diagnosis.feed(),
                            PrintableText.count(diagnosis.findings().size(), "finding")));
        }
    }

    private int fail(String message) {
        return fail(List.of(Problem.error(Code.USAGE, message)));
    }

    private int fail(List<Problem> problems) {
        return output.fail(DoctorReport.of(List.of()), problems);
    }
}
