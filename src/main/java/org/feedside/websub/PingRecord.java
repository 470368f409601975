package org.feedside.websub;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.Disk;

/**
 * The file that remembers which version of each topic a hub was told of last:
 *
 * <pre>
 * feedside pings 1
 * hub https://hub.example.org/
 * 8acffd4cc787cc1aea72a93bd5a32fbe https://example.org/atom.xml
 * </pre>
 */
final class PingRecord {
    private static final String FIRST_LINE = "feedside pings 1";
    private static final Pattern HUB = Pattern.compile("hub (\\S+)");
    private static final Pattern TOPIC = Pattern.compile("(\\p{XDigit}{32}) (.+)");
    private static final int HEAD = 2;
    private static final String ANEW = "the hub is told of all feeds once more";
    private static final long MOST_BYTES = 1L << 28;

    private final Disk disk;
    private final Path file;

    PingRecord(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
    }

    /** The digests of the versions that a hub was told of, by topic; no value if nothing is known of this hub. */
    Parsed<Map<String, String>> read(URI hub) {
        try {
            var text = new String(disk.read(file, MOST_BYTES), StandardCharsets.UTF_8);
            // Only what ends with a line's end was written to its end.
            var lines = List.of(text.split("\n", -1));
            return text.endsWith("\n") ? read(hub, lines.subList(0, lines.size() - 1)) : broken(lines.size());
        } catch (NoSuchFileException e) {
            return Parsed.failed(List.of());
        } catch (IOException e) {
            return Parsed.failed(
                    Diagnostic.warning(Place.startOf(file.toString()), "cannot be read (%s): %s".formatted(e, ANEW)));
        }
    }

    private Parsed<Map<String, String>> read(URI hub, List<String> lines) {
        if (!lines.get(0).equals(FIRST_LINE)) {
            return broken(1);
        }
        var name = HUB.matcher(lines.size() < HEAD ? "" : lines.get(1));
        if (!name.matches()) {
            return broken(HEAD);
        }
        if (!name.group(1).equals(hub.toString())) {
            return Parsed.failed(List.of());
        }
        Map<String, String> told = new TreeMap<>();
        for (int i = HEAD; i < lines.size(); i++) {
            var topic = TOPIC.matcher(lines.get(i));
            if (!topic.matches()) {
                return broken(i + 1);
            }
            told.put(topic.group(2), topic.group(1));
        }
        return Parsed.of(told, List.of());
    }

    private <T> Parsed<T> broken(int line) {
        return Parsed.failed(Diagnostic.warning(
                new Place(file.toString(), line, 1),
                "this is not what Feedside wrote about the hub: %s".formatted(ANEW)));
    }

    /** Puts this record in the place of the one before. */
    void write(URI hub, Map<String, String> told, Instant now) throws IOException {
        var text = new StringBuilder(FIRST_LINE).append("\nhub ").append(hub).append('\n');
        new TreeMap<>(told)
                .forEach((topic, digest) ->
                        text.append(digest).append(' ').append(topic).append('\n'));
        disk.replace(file, text.toString().getBytes(StandardCharsets.UTF_8), now);
    }

    /** A problem with writing it. */
    Diagnostic unwritable(IOException e) {
        return Diagnostic.warning(
                Place.startOf(file.toString()),
                "cannot be written (%s), so after a restart the hub may be told again, or not, of what changed: look at space and permissions"
                        .formatted(e));
    }
}
