package org.feedside.publishing.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What we remember of a version that readers may still have: enough to tell which entries are new to them.
 *
 * @param digest of its plain bytes, with which all its entity tags begin
 * @param entries the digests of its entries
 */
public record PastVersion(String digest, Set<String> entries) {
    /** How many versions of a document are remembered: a reader that missed more gets all of it. */
    public static final int REMEMBERED = 10;

    /** How many entries of past versions are remembered for a document: 10 versions of as many as readers take. */
    private static final int MOST_DIGESTS = 3_000;

    public PastVersion {
        entries = Set.copyOf(entries);
    }

    /** As many of the versions, newest first, as are worth their room; each once. */
    public static List<PastVersion> remembered(List<PastVersion> versions) {
        var remembered = new ArrayList<PastVersion>();
        var digests = 0;
        for (var version : versions) {
            digests += version.entries().size();
            if (remembered.size() == REMEMBERED || digests > MOST_DIGESTS) {
                break;
            }
            if (!remembered.contains(version)) {
                remembered.add(version);
            }
        }
        return remembered;
    }

    /** The versions as they are stored: one a line, its digest first. */
    public static String write(List<PastVersion> versions) {
        return versions.stream().map(PastVersion::line).collect(Collectors.joining("\n"));
    }

    /** The versions as they were stored. */
    public static List<PastVersion> read(String text) {
        return text.lines()
                .map(line -> List.of(line.split(" ", -1)))
                .map(words -> new PastVersion(words.get(0), Set.copyOf(words.subList(1, words.size()))))
                .toList();
    }

    private String line() {
        var words = new TreeSet<>(entries);
        return words.isEmpty() ? digest : digest + " " + String.join(" ", words);
    }
}
