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
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FailureReason;

/**
 * The file with the last version of each topic that the hub accepted:
 *
 * <pre>
 * feedside pings 1
 * hub https://hub.example.org/
 * 8acffd4cc787cc1aea72a93bd5a32fbe https://example.org/atom.xml
 * </pre>
 */
record PingRecord(Disk disk, Path file) {
    private static final String FIRST_LINE = "feedside pings 1";
    private static final Pattern HUB = Pattern.compile("hub (\\S+)");
    private static final Pattern TOPIC = Pattern.compile("(\\p{XDigit}{32}) (.+)");
    private static final int HEADER_LINES = 2;
    private static final String CONSEQUENCE = "the hub will be pinged for all feeds again";

    /** Far more than the largest site needs; protects the heap from a wrong file. */
    private static final long MAX_BYTES = 1L << 28;

    /** Returns the digest of the last accepted version of each topic; no value if there is no record for this hub. */
    Parsed<Map<String, String>> read(URI hub) {
        try {
            var text = new String(disk.read(file, MAX_BYTES), StandardCharsets.UTF_8);
            // A file without a final line feed was not written completely.
            var lines = List.of(text.split("\n", -1));
            return text.endsWith("\n") ? read(hub, lines.subList(0, lines.size() - 1)) : malformed(lines.size());
        } catch (NoSuchFileException e) {
            return Parsed.failed(List.of());
        } catch (IOException e) {
            return Parsed.failed(
                    Code.STATE.warning(file, "cannot be read (%s): %s".formatted(FailureReason.of(e), CONSEQUENCE)));
        }
    }

    private Parsed<Map<String, String>> read(URI hub, List<String> lines) {
        if (!lines.get(0).equals(FIRST_LINE)) {
            return malformed(1);
        }
        var name = HUB.matcher(lines.size() < HEADER_LINES ? "" : lines.get(1));
        if (!name.matches()) {
            return malformed(HEADER_LINES);
        }
        if (!name.group(1).equals(hub.toString())) {
            return Parsed.failed(List.of());
        }
        Map<String, String> accepted = new TreeMap<>();
        for (int i = HEADER_LINES; i < lines.size(); i++) {
            var topic = TOPIC.matcher(lines.get(i));
            if (!topic.matches()) {
                return malformed(i + 1);
            }
            accepted.put(topic.group(2), topic.group(1));
        }
        return Parsed.of(accepted, List.of());
    }

    private <T> Parsed<T> malformed(int line) {
        return Parsed.failed(Code.STATE.warning(
                new Place(file.toString(), line, 1),
                "this line is not in the format that Feedside writes: %s".formatted(CONSEQUENCE)));
    }

    void write(URI hub, Map<String, String> accepted, Instant now) throws IOException {
        var text = new StringBuilder(FIRST_LINE).append("\nhub ").append(hub).append('\n');
        new TreeMap<>(accepted)
                .forEach((topic, digest) ->
                        text.append(digest).append(' ').append(topic).append('\n'));
        disk.replace(file, text.toString().getBytes(StandardCharsets.UTF_8), now);
    }

    Diagnostic unwritable(IOException e) {
        return Code.STATE.warning(
                file,
                "cannot be written (%s), so after a restart pings may be repeated or missing: check disk space and permissions"
                        .formatted(FailureReason.of(e)));
    }
}
