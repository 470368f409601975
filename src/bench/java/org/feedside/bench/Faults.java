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
        }
    }

    synchronized int count() {
        return count;
    }

    synchronized List<String> first() {
        return List.copyOf(first);
    }
}
