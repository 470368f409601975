package org.feedside.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The load generator as a separate process, so that it can be pinned to a core. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description =
                "Send the same request at a constant rate, and print the p50, p99 and maximum latency in microseconds.")
final class LoadCommand implements Callable<Integer> {
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", required = true, description = "The port of the server on 127.0.0.1.")
    private int port;

    @Option(names = "--rate", required = true, description = "Requests per second.")
    private int rate;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "The duration in seconds (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--status",
            defaultValue = "200",
            description = "The status that every response must have (default: ${DEFAULT-VALUE}).")
    private int status;

    @Option(names = "--field", description = "A header field of the request, NAME=VALUE.")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Parameters(paramLabel = "PATH", description = "The path of the request.")
    private String path = "/";

    @Override
    public Integer call() throws IOException {
        var request = Connection.request(path, fields);
        var latency = Load.at(rate, request, status, port, WARM_UP, Duration.ofSeconds(seconds));
        spec.commandLine().getOut().println(latency);
        return 0;
    }
}
