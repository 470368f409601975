package org.feedside.bench;

import java.util.ArrayList;
import java.util.List;

/** Counts faults and keeps the first ones. */
final class Faults {
    private static final int MAX_KEPT = 20;

    private final List<String> first = new ArrayList<>();
    private int count;

    synchronized void add(String fault) {
        count++;
        if (first.size() < MAX_KEPT) {
            first.add(fault);
            // Also print it at once, for a long run that the user ends early.
            System.err.println("fault: " + fault);
        }
    }

    synchronized int count() {
        return count;
    }

    synchronized List<String> first() {
        return List.copyOf(first);
    }
}
