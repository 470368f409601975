package org.feedside.refreshing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedside.base.diagnostics.LimitException;
import org.feedside.base.disk.Digest;
import org.feedside.base.disk.Disk;
import org.feedside.base.text.PercentEncoding;
import org.feedside.pipeline.RenderWatch;
import org.feedside.publishing.state.PidFile;
import org.feedside.site.Post;

/**
 * Finds a post that ends the process while it is rendered, for example because all memory is used up. If the last process
 * did not end normally, the first refresh renders posts one by one and records each before it begins. A post that was
 * being rendered both times is set aside until its bytes change. Otherwise nothing is written.
 */
final class DeathRecord implements RenderWatch, AutoCloseable {
    private static final int MAX_DEATHS = 2;
    private static final int MAX_BYTES = 1 << 20;

    private final Disk disk;
    private final Path file;
    private final PidFile process;

    /** How often the process ended during each post, by the digest of its file and its path. */
    private final Map<String, Integer> deaths;

    private volatile boolean isOneByOne;

    private DeathRecord(Disk disk, Path feedsFolder) {
        this.disk = disk;
        this.file = feedsFolder.resolve(".feedside").resolve("rendering");
        this.process = PidFile.of(disk, feedsFolder);
        this.deaths = read();
        this.isOneByOne = process.exists();
    }

    /** Begins to watch this process. */
    static DeathRecord open(Disk disk, Path feedsFolder) {
        var record = new DeathRecord(disk, feedsFolder);
        record.process.write();
        return record;
    }

    @Override
    public boolean isOneByOne() {
        return isOneByOne;
    }

    @Override
    public void begins(Post post) {
        if (deaths.isEmpty() && !isOneByOne) {
            return;
        }
        var key = Digest.of(post.page().text().full().getBytes(StandardCharsets.UTF_8)) + " "
                + PercentEncoding.path(post.page().path().path());
        if (deaths.getOrDefault(key, 0) >= MAX_DEATHS) {
            throw new LimitException(
                    "Feedside ended %d times while this post was rendered, so it is set aside until it is changed: shorten it, or give Java more memory with -Xmx and delete %s"
                            .formatted(MAX_DEATHS, file));
        }
        if (isOneByOne) {
            var during = new LinkedHashMap<>(deaths);
            during.merge(key, 1, Integer::sum);
            write(during);
            // If the next post begins, this one has done no harm.
            deaths.remove(key);
        }
    }

    /** Records that a refresh has ended. */
    void refreshed() {
        if (isOneByOne) {
            deaths.values().removeIf(count -> count < MAX_DEATHS);
            write(deaths);
            isOneByOne = false;
        }
    }

    /** Records that the process ends normally. */
    @Override
    public void close() {
        process.delete();
    }

    private Map<String, Integer> read() {
        var read = new LinkedHashMap<String, Integer>();
        try {
            if (disk.entry(file).isPresent()) {
                new String(disk.read(file, MAX_BYTES), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> count(line).ifPresent(count -> read.put(line.substring(2), count)));
            }
        } catch (IOException e) {
            // Without the record no post is set aside, and a refresh begins a new one.
            return new LinkedHashMap<>();
        }
        return read;
    }

    private static Optional<Integer> count(String line) {
        return line.matches("[1-9] [0-9a-f]+ .+") ? Optional.of(line.charAt(0) - '0') : Optional.empty();
    }

    private void write(Map<String, Integer> counts) {
        try {
            if (counts.isEmpty()) {
                disk.delete(file);
            } else {
                var text = counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey() + "\n")
                        .collect(Collectors.joining());
                disk.replace(file, text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
            }
        } catch (IOException e) {
            // A full disk must not stop the refresh, which reports it when it writes the feeds.
            return;
        }
    }
}
