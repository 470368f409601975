package org.feedside.bench;

import java.io.IOException;

/** Something that is measured. */
interface Part {
    void measure(Setting setting) throws IOException, InterruptedException;
}
