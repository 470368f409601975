package org.feedside.state;

import java.util.Set;

/**
 * What we remember of a version that readers may still have: enough to tell which entries are new to them.
 *
 * @param digest of its plain bytes, with which all its entity tags begin
 * @param entries the digests of its entries
 */
public record PastVersion(String digest, Set<String> entries) {
    /** How many versions of a document are remembered: a reader that missed more gets all of it. */
    public static final int REMEMBERED = 10;

    public PastVersion {
        entries = Set.copyOf(entries);
    }
}
