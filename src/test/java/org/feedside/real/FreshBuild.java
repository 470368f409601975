package org.feedside.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.feedside.cli.Feedside;
import org.feedside.publishing.Manifest;
import org.feedside.testing.ServiceProcess;
import picocli.CommandLine;

/** The documents of a site as {@code build} makes them in a new folder, to compare them with those of a service. */
final class FreshBuild {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Map<String, String> documents = new TreeMap<>();

    /** Builds the site as it is now into a new folder. */
    FreshBuild(Path site, Path feeds) throws IOException {
        var exitCode = new CommandLine(new Feedside()).execute("build", site.toString(), "--feeds", feeds.toString());
        assertThat(exitCode).isZero();
        try (var files = Files.walk(feeds)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = feeds.relativize(file).toString();
                // The manifest has the history of a publication.
                if (!path.startsWith(".") && !path.equals(Manifest.PATH)) {
                    documents.put("/" + path, comparable(Files.readString(file)));
                }
            }
        }
    }

    /** Waits until a service at this address serves the same documents. */
    void awaitAt(String address) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LONG.toNanos();
        for (var document : documents.entrySet()) {
            var url = address + document.getKey();
            var served = comparable(ServiceProcess.get(url).body());
            while (!served.equals(document.getValue()) && System.nanoTime() < deadline) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                served = comparable(ServiceProcess.get(url).body());
            }
            assertThat(served).as(document.getKey()).isEqualTo(document.getValue());
        }
    }

    /** Removes the feed's date, which is the time of the change if no post has a newer date. */
    private static String comparable(String document) {
        return document.replaceFirst("<updated>[^<]*</updated>", "")
                .replaceFirst("<lastBuildDate>[^<]*</lastBuildDate>", "")
                .replaceFirst("<dateModified>[^<]*</dateModified>", "");
    }
}
