package org.feedside.fuzzing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Diagnostic;

/** Checks reported problems: the place is inside the file, and the message is one line for people. */
final class ReportedProblems {
    private static final Pattern CODE =
            Pattern.compile("\\b(?:java|javax|jdk|org|com)\\.[a-z]+\\.|\\w(?:Exception|Error)\\b|\\bat [\\w.]+\\(");
    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\p{Cs}]");
    private static final int MAX_LENGTH = 1_300;

    private ReportedProblems() {}

    /** Checks the problems of a file and returns them as one text. */
    static String checked(List<Diagnostic> problems, Path file, byte[] bytes) {
        if (problems.isEmpty()) {
            return "";
        }
        var lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        for (var problem : problems) {
            check(HARMFUL.matcher(problem.toString()).find(), "has more than one line of text", problem);
            check(
                    problem.message().isBlank() || problem.message().length() > MAX_LENGTH,
                    "is too long or empty",
                    problem);
            check(CODE.matcher(problem.message()).find(), "names code", problem);
            var place = problem.place();
            if (place.file().equals(file.toString())) {
                check(place.line() > lines.length, "is after the last line", problem);
                var line = lines[place.line() - 1];
                check(place.column() > line.length() + 1, "is after the end of its line", problem);
            }
        }
        return problems.toString();
    }

    private static void check(boolean isWrong, String fault, Diagnostic problem) {
        if (isWrong) {
            throw new AssertionError("a reported problem " + fault + ": " + problem);
        }
    }
}
