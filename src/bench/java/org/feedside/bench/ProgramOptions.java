package org.feedside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which Feedside is measured, and where. */
final class ProgramOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--jdk",
            paramLabel = "FOLDER",
            description = "The Java that runs Feedside (default: the one that runs this).")
    private Path jdk = Path.of(System.getProperty("java.home"));

    @Option(names = "--jvm", paramLabel = "OPTION", description = "An option for that Java, such as -Xmx200m.")
    private List<String> jvm = List.of();

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            description = "An archive of Feedside's classes: build uses it, start is measured with and without it.")
    private Optional<Path> archive = Optional.empty();

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            defaultValue = "target/feedside.jar",
            description = "Default: ${DEFAULT-VALUE}.")
    private Path jar = Path.of("");

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            defaultValue = "target/bench-work",
            description =
                    "For sites, feeds, logs and figures; sites that are there are used again (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("");

    @Option(names = "--seed", defaultValue = "1", description = "Of the sites (default: ${DEFAULT-VALUE}).")
    private long seed;

    Programs programs() {
        var java = jdk.resolve("bin/java");
        if (!Files.isExecutable(java)) {
            throw mistake("there is no Java in %s: give the folder of a JDK".formatted(jdk));
        }
        if (!Files.isRegularFile(jar)) {
            throw mistake("there is no %s: build it first, with mvn -f src/bench package".formatted(jar));
        }
        return new Programs(java, jvm, jar.toAbsolutePath());
    }

    Optional<Path> archive() {
        return archive.map(Path::toAbsolutePath);
    }

    Path folder() throws IOException {
        return Files.createDirectories(folder).toAbsolutePath();
    }

    long seed() {
        return seed;
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
