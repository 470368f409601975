package org.feedside.bench;

import java.util.ArrayList;
import java.util.List;

/** What went wrong: all counted, the first told. */
final class Faults {
    private static final int TOLD = 20;

    private final List<String> first = new ArrayList<>();
    private int count;

    synchronized void add(String fault) {
        count++;
        if (first.size() < TOLD) {
            first.add(fault);
            // At once too: who ends a long run early wants to know what it found.
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
