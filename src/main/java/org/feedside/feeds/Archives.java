package org.feedside.feeds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.base.disk.Digest;
import org.feedside.site.Post;

/**
 * The archives of a feed: its posts in parts of equal size, counted from the oldest, so that a full part never changes
 * (RFC 5005, section 4). Posts that fill no part yet are in the feed itself, which holds more posts than a part.
 *
 * @param parts the oldest part first
 */
record Archives(List<Part> parts) {
    private static final String FOLDER = "archive/";
    private static final Pattern PART = Pattern.compile("((?:.*/)?)" + FOLDER + "([1-9]\\d{0,5})-[0-9a-f]{8}/");

    Archives {
        parts = List.copyOf(parts);
    }

    /**
     * One archive document.
     *
     * @param folder the folder below that of the feed: the part's number, and a digest of the posts in it and in the
     *     parts before it. Clients that keep archives do not request an archive URL again, so a part whose posts have
     *     changed needs another URL.
     * @param posts the posts, newest first
     */
    record Part(int number, String folder, List<Post> posts) {}

    /** The path of an archive: the folder of its feed, and the number of the part. */
    record ArchivePath(String feedFolder, int number) {
        /** Parses a folder; empty if it is not the folder of an archive. */
        static Optional<ArchivePath> of(String folder) {
            var match = PART.matcher(folder);
            return match.matches()
                    ? Optional.of(new ArchivePath(match.group(1), Integer.parseInt(match.group(2))))
                    : Optional.empty();
        }
    }

    /**
     * Returns the archives of a feed that shows {@code shown} posts; none if it shows all of its posts. Each part has
     * half as many posts as the feed shows, so there are always at least two parts: validators warn about an archive
     * that links to no other.
     */
    static Archives of(List<Post> newestFirst, long shown) {
        if (shown <= 0 || newestFirst.size() <= shown) {
            return new Archives(List.of());
        }
        var size = Math.max(1, Math.toIntExact(shown / 2));
        var oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        var digest = Digest.sha256();
        var parts = new ArrayList<Part>();
        for (int end = size; end <= oldestFirst.size(); end += size) {
            var posts = new ArrayList<>(oldestFirst.subList(end - size, end));
            posts.forEach(post -> digest.update((post.id() + "\n").getBytes(StandardCharsets.UTF_8)));
            Collections.reverse(posts);
            var number = parts.size() + 1;
            parts.add(new Part(number, FOLDER + number + "-" + prefixOf(digest) + "/", List.copyOf(posts)));
        }
        return new Archives(parts);
    }

    Optional<Part> part(int number) {
        return number >= 1 && number <= parts.size() ? Optional.of(parts.get(number - 1)) : Optional.empty();
    }

    Optional<Part> newest() {
        return part(parts.size());
    }

    private static String prefixOf(MessageDigest digest) {
        try {
            var copy = (MessageDigest) digest.clone();
            return HexFormat.of().formatHex(copy.digest(), 0, 4);
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("the JDK's SHA-256 can be cloned", e);
        }
    }
}
