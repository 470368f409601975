package org.feedside.publishing.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An earlier version of a document that readers may still have: enough to decide which entries are new to them.
 *
 * @param digest the digest of its plain bytes, with which all its entity tags begin
 * @param entries the digests of its entries
 */
public record PastVersion(String digest, Set<String> entries) {
    /** The number of versions that are kept for a document. Readers with an older one get the full document. */
    public static final int MAX_VERSIONS = 10;

    /** The number of entry digests that are kept for a document: 10 versions of 300 entries. */
    private static final int MAX_ENTRY_DIGESTS = 3_000;

    public PastVersion {
        entries = Set.copyOf(entries);
    }

    /** Returns the newest versions within the limits, without duplicates. */
    public static List<PastVersion> limited(List<PastVersion> versions) {
        var kept = new ArrayList<PastVersion>();
        var digests = 0;
        for (var version : versions) {
            digests += version.entries().size();
            if (kept.size() == MAX_VERSIONS || digests > MAX_ENTRY_DIGESTS) {
                break;
            }
            if (!kept.contains(version)) {
                kept.add(version);
            }
        }
        return kept;
    }

    /** Returns the stored form: one version per line, its digest first. */
    public static String write(List<PastVersion> versions) {
        return versions.stream().map(PastVersion::line).collect(Collectors.joining("\n"));
    }

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
