package org.feedside.fuzzing;

import java.util.List;

/** A kind of file, and what must hold for each file of that kind. */
interface Target {
    String name();

    /** Valid files to start from. */
    List<String> corpus();

    /** Pieces with a meaning in such a file. */
    List<String> dictionary();

    /**
     * Reads a file.
     *
     * @return a description of the result, which must be the same for the same bytes
     * @throws AssertionError if a property does not hold
     */
    String read(byte[] bytes);
}
