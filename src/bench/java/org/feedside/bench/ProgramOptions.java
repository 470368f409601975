package org.feedside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that several commands have: the program to measure and the work folder. */
final class ProgramOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--jdk",
            paramLabel = "FOLDER",
            description = "The JDK that runs Feedside's jar (default: the one that runs the benchmark).")
    private Path jdk = Path.of(System.getProperty("java.home"));

    @Option(
            names = "--jvm",
            paramLabel = "OPTION",
            description = "An option for the JVM of Feedside, such as -Xmx200m.")
    private List<String> jvm = List.of();

    @Option(
            names = "--package",
            paramLabel = "FILE",
            description =
                    "Feedside's Debian package (default: the newest target/feedside_*.deb). It is not installed, but unpacked.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            defaultValue = "target/feedside.jar",
            description = "Feedside's jar (default: ${DEFAULT-VALUE}).")
    private Path jar = Path.of("");

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            defaultValue = "target/bench-work",
            description =
                    "The folder for sites, feeds, logs and figures; existing sites are used again (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("");

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The seed of the generated sites (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** Returns the programs; unpacks the package into the work folder. */
    Programs programs() throws IOException, InterruptedException {
        var java = jdk.resolve("bin/java");
        if (!Files.isExecutable(java)) {
            throw error("%s has no bin/java: specify the folder of a JDK".formatted(jdk));
        }
        if (!Files.isRegularFile(jar)) {
            throw error("%s does not exist: build it with mvn -f src/bench package -DskipTests".formatted(jar));
        }
        var installed = folder().resolve("installed");
        if (Files.exists(installed)) {
            Setting.delete(installed);
        }
        Programs.install(debianPackage(), Files.createDirectory(installed));
        return new Programs(java, jvm, jar.toAbsolutePath(), installed);
    }

    private Path debianPackage() throws IOException {
        if (file.isPresent()) {
            return file.get();
        }
        try (var found = Files.list(Path.of("target"))) {
            return found.filter(path -> path.getFileName().toString().matches("feedside_.*\\.deb"))
                    .max(Comparator.comparing(path -> path.toFile().lastModified()))
                    .orElseThrow(() -> error(
                            "there is no target/feedside_*.deb: build it with mvn -f src/deb package -DskipTests"));
        }
    }

    Path folder() throws IOException {
        return Files.createDirectories(folder).toAbsolutePath();
    }

    long seed() {
        return seed;
    }

    private ParameterException error(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
