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
 * All posts of a feed in parts of one size, counted from the oldest, so that a part that is full stays as it is
 * (RFC 5005, section 4). What is not in a full part yet is in the feed itself, which is larger than a part.
 *
 * @param parts the oldest first
 */
record Archives(List<Part> parts) {
    private static final String FOLDER = "archive/";
    private static final Pattern PART = Pattern.compile("((?:.*/)?)" + FOLDER + "([1-9]\\d{0,5})-[0-9a-f]{8}/");

    Archives {
        parts = List.copyOf(parts);
    }

    /**
     * A part of the whole.
     *
     * @param folder below the folder of the feed: its number, and a digest of which posts are in it and before it. Who
     *     keeps archives never asks for one again whose address it knows, so another choice of posts has another address.
     * @param posts the newest first
     */
    record Part(int number, String folder, List<Post> posts) {}

    /** An address of an archive: of which feed, and which part. */
    record Asked(String feedFolder, int number) {
        /** What a folder asks for, if it is one of an archive. */
        static Optional<Asked> of(String folder) {
            var match = PART.matcher(folder);
            return match.matches()
                    ? Optional.of(new Asked(match.group(1), Integer.parseInt(match.group(2))))
                    : Optional.empty();
        }
    }

    /**
     * The parts of a feed that shows so many posts; none if it shows all of them. A part is half as large, so that there are
     * two at least: validators doubt an archive that names no other.
     */
    static Archives of(List<Post> newestFirst, long shown) {
        if (shown <= 0 || newestFirst.size() <= shown) {
            return new Archives(List.of());
        }
        var step = Math.max(1, Math.toIntExact(shown / 2));
        var oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        var digest = Digest.sha256();
        var parts = new ArrayList<Part>();
        for (int end = step; end <= oldestFirst.size(); end += step) {
            var posts = new ArrayList<>(oldestFirst.subList(end - step, end));
            posts.forEach(post -> digest.update((post.id() + "\n").getBytes(StandardCharsets.UTF_8)));
            Collections.reverse(posts);
            var number = parts.size() + 1;
            parts.add(new Part(number, FOLDER + number + "-" + soFar(digest) + "/", List.copyOf(posts)));
        }
        return new Archives(parts);
    }

    Optional<Part> part(int number) {
        return number >= 1 && number <= parts.size() ? Optional.of(parts.get(number - 1)) : Optional.empty();
    }

    Optional<Part> newest() {
        return part(parts.size());
    }

    private static String soFar(MessageDigest digest) {
        try {
            var copy = (MessageDigest) digest.clone();
            return HexFormat.of().formatHex(copy.digest(), 0, 4);
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("the JDK's SHA-256 can be cloned", e);
        }
    }
}
