package org.feedside.publishing;

import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.TemporaryCopy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native library of brotli4j. That library's own loader tries once in the life of a process; here each {@link #load}
 * after a failure tries again, because file descriptors and space for a temporary file may be available later.
 */
final class BrotliLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(BrotliLibrary.class);

    private static volatile boolean isLoaded;
    private static Optional<String> failure = Optional.empty();

    static {
        load();
    }

    private BrotliLibrary() {}

    static boolean isLoaded() {
        return isLoaded;
    }

    static synchronized void load() {
        if (isLoaded) {
            return;
        }
        var before = failure;
        failure = tried();
        isLoaded = failure.isEmpty();
        if (isLoaded && before.isPresent()) {
            LOG.info("Brotli is available now: feeds are compressed with it again");
        } else if (!failure.equals(before)) {
            LOG.warn("Feeds are compressed with gzip only: brotli's library cannot be loaded ({})", failure.orElse(""));
        }
    }

    /** Returns why the library cannot be loaded; empty if it is loaded now. */
    private static Optional<String> tried() {
        // The Debian package has the library as a file.
        var installed = Optional.ofNullable(System.getProperty("brotli4j.library.path"));
        try (var packed = Encoder.class.getResourceAsStream(resource())) {
            if (installed.isPresent()) {
                System.load(installed.get());
            } else if (packed == null) {
                return Optional.of("there is none for this platform");
            } else {
                TemporaryCopy.use(packed, System.mapLibraryName("brotli"), copy -> System.load(copy.toString()));
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(FailureReason.withFile(e));
        } catch (UnsatisfiedLinkError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the path of the library in the jar, which has one for each platform. */
    private static String resource() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var platform = system.startsWith("mac") ? "osx" : system.startsWith("windows") ? "windows" : system;
        var processor = System.getProperty("os.arch", "").replace("amd64", "x86_64");
        return "/lib/%s-%s/%s".formatted(platform, processor, System.mapLibraryName("brotli"));
    }
}
