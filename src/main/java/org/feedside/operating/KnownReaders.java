package org.feedside.operating;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedside.base.text.TextResource;

/** The well-known readers, from {@code readers.txt}. */
final class KnownReaders {
    private static final List<Known> KNOWN = known();

    static final Set<String> NAMES = KNOWN.stream().map(Known::name).collect(Collectors.toUnmodifiableSet());

    private KnownReaders() {}

    private record Known(String word, String name) {}

    /** Returns the reader with this User-Agent, given in lower case. */
    static Optional<String> find(String userAgent) {
        return KNOWN.stream()
                .filter(known -> userAgent.contains(known.word()))
                .map(Known::name)
                .findFirst();
    }

    private static List<Known> known() {
        return TextResource.lines(KnownReaders.class, "readers.txt").stream()
                .map(line -> line.split(" \\| ", 2))
                .map(cells -> new Known(cells[0], cells[1]))
                .toList();
    }
}
