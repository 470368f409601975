package org.feedside.refreshing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.LimitException;
import org.feedside.base.disk.Digest;
import org.feedside.base.disk.Disk;
import org.feedside.base.text.PercentEncoding;
import org.feedside.pipeline.RenderWatch;
import org.feedside.site.Post;

/**
 * Finds a post that ends the process while it is rendered, for example because all memory is used up. If the last process
 * did not end normally, the first refresh renders posts one by one and records each before it begins. A post that was
 * being rendered when two processes ended is set aside until its bytes change. It was the first one to be rendered by the
 * second of them, so that neither other posts nor later work used the memory, and a kill hardly ever hits the same post.
 */
final class DeathRecord implements RenderWatch, AutoCloseable {
    private static final int MAX_DEATHS = 2;
    private static final int MAX_BYTES = 1 << 20;

    private final Disk disk;
    private final RenderWatch next;
    private final Path file;

    /** A file that exists from the first rendering of a process to its end, if that is normal. */
    private final Path mark;

    /** How often the process ended during each post, by the digest of its file and its path. */
    private final Map<String, Integer> deaths;

    private boolean isOneByOne;
    private boolean isMarked;

    /** Begins to watch this process. */
    DeathRecord(Disk disk, Path feedsFolder, RenderWatch next) {
        this.disk = disk;
        this.next = next;
        this.file = feedsFolder.resolve(".feedside").resolve("rendering");
        this.mark = file.resolveSibling("unfinished");
        this.deaths = read();
        this.isOneByOne = isMarked();
    }

    private boolean isMarked() {
        try {
            return disk.entry(mark).isPresent();
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public synchronized Stream<Post> order(Collection<Post> posts) {
        if (!isMarked) {
            write(mark, "posts were rendered\n");
            isMarked = true;
        }
        return isOneByOne
                ? posts.stream().sorted(Comparator.comparing(post -> !isSuspect(post)))
                : RenderWatch.super.order(posts);
    }

    private boolean isSuspect(Post post) {
        return deaths.keySet().stream().anyMatch(key -> key.endsWith(" " + name(post)));
    }

    private static String name(Post post) {
        return PercentEncoding.path(post.page().path().path());
    }

    @Override
    public void begins(Post post) {
        record(post);
        next.begins(post);
    }

    private synchronized void record(Post post) {
        if (deaths.isEmpty() && !isOneByOne) {
            return;
        }
        var key = Digest.of(post.page().text().full().getBytes(StandardCharsets.UTF_8)) + " " + name(post);
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

    /** Records that no post has done harm, so that what follows blames none. */
    @Override
    public synchronized void ended() {
        if (isOneByOne) {
            deaths.values().removeIf(count -> count < MAX_DEATHS);
            write(deaths);
            isOneByOne = false;
        }
    }

    /** Records that the process ends normally, perhaps during a refresh. */
    @Override
    public synchronized void close() {
        ended();
        write(mark, "");
        isMarked = true;
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
        write(
                file,
                counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey() + "\n")
                        .collect(Collectors.joining()));
    }

    /** Writes a file, or deletes it if the text is empty. */
    private void write(Path written, String text) {
        try {
            if (text.isEmpty()) {
                disk.delete(written);
            } else {
                disk.replace(written, text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
            }
        } catch (IOException e) {
            // A full disk must not stop the refresh, which reports it when it writes the feeds.
            return;
        }
    }
}
