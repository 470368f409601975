package org.feedside.fuzzing;

import java.util.List;

/** A kind of file that is read, and what must hold of every reading. */
interface Target {
    String name();

    /** Good files to start from. */
    List<String> corpus();

    /** Pieces that mean something in such a file. */
    List<String> dictionary();

    /**
     * Reads a file.
     *
     * @return what came of it: the same for the same bytes
     * @throws AssertionError if something does not hold
     */
    String read(byte[] bytes);
}
