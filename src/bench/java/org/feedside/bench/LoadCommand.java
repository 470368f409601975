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

/** One client in a process of its own, which can be kept on a core. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Ask the same at a steady rate, and print p50, p99 and the longest in microseconds.")
final class LoadCommand implements Callable<Integer> {
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--rate", required = true, description = "Requests a second.")
    private int rate;

    @Option(names = "--seconds", defaultValue = "5")
    private int seconds;

    @Option(names = "--status", defaultValue = "200", description = "What every answer has to be.")
    private int status;

    @Option(names = "--field", description = "A field of the request, NAME=VALUE.")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Parameters(paramLabel = "PATH")
    private String path = "/";

    @Override
    public Integer call() throws IOException {
        var request = Connection.request(path, fields);
        var latency = Load.at(rate, request, status, port, WARM_UP, Duration.ofSeconds(seconds));
        spec.commandLine().getOut().println(latency);
        return 0;
    }
}
