package org.feedside.bench;

import java.io.IOException;

/** A part of the benchmark. */
interface Part {
    void measure(Setting setting) throws IOException, InterruptedException;
}
