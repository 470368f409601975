package org.feedside.formats.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.diagnostics.Place;

/** White space and byte order marks before the XML declaration, a common fault of WordPress that XML parsers reject. */
final class SpaceBeforeXml {
    /** With the bytes of a byte order mark in UTF-8. */
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\xEF\\xBB\\xBF]++(?=<\\?xml\\s)");

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
    private static final int MAX_BYTES = 8_192;

    private SpaceBeforeXml() {}

    /** Reads a file without this space, with a warning. The places of all problems are those in the file. */
    static <T> Parsed<T> skip(String file, byte[] bytes, Function<byte[], Parsed<T>> reader) {
        var start = new String(bytes, 0, Math.min(bytes.length, MAX_BYTES), StandardCharsets.ISO_8859_1);
        var space = SPACE.matcher(start);
        if (!space.lookingAt() || space.group().equals(BYTE_ORDER_MARK)) {
            return reader.apply(bytes);
        }
        var read = reader.apply(Arrays.copyOfRange(bytes, space.end(), bytes.length));
        var problems = new ArrayList<Diagnostic>();
        problems.add(
                Diagnostic.warning(
                        Code.OLD_FEED,
                        Place.startOf(file),
                        "white space before `<?xml` is skipped: many feed readers reject such a feed, so remove it there if the feed stays in use"));
        var skipped = new String(bytes, 0, space.end(), StandardCharsets.UTF_8);
        for (var problem : read.problems()) {
            var place = inFile(problem.place(), skipped);
            problems.add(new Diagnostic(problem.severity(), problem.code(), place, problem.message()));
        }
        return new Parsed<>(read.value(), problems);
    }

    private static Place inFile(Place place, String skipped) {
        var lines = (int) skipped.chars().filter(c -> c == '\n').count();
        var columns = place.line() == 1 ? skipped.length() - skipped.lastIndexOf('\n') - 1 : 0;
        return new Place(place.file(), place.line() + lines, place.column() + columns);
    }
}
