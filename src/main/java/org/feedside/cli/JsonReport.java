package org.feedside.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Severity;
import org.feedside.formats.Json;
import org.feedside.site.Site;

/** The facts of a command as one JSON document: what lines tell people, for machines. */
final class JsonReport {
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    JsonReport(String command) {
        facts.put("command", command);
    }

    /** A number, text, truth, list or map under a name; JSON's objects are maps. */
    JsonReport with(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    /** Problems in the order of places. */
    JsonReport problems(Collection<Diagnostic> found) {
        found.stream().sorted().map(Problem::of).forEach(problems::add);
        return this;
    }

    JsonReport problem(Problem problem) {
        problems.add(problem);
        return this;
    }

    JsonReport waiting(List<Site.ScheduledPost> waiting) {
        return with(
                "waiting",
                waiting.stream()
                        .map(post ->
                                facts("file", post.file(), "until", post.until().toString()))
                        .toList());
    }

    /** Prints the document, and gives the exit code back. */
    int print(PrintWriter out, int exitCode) {
        for (var severity : Severity.values()) {
            facts.put(
                    plural(severity),
                    problems.stream().filter(p -> p.severity() == severity).count());
        }
        facts.put("problems", problems.stream().map(JsonReport::facts).toList());
        facts.put("exit_code", exitCode);
        out.print(Json.text(facts));
        out.flush();
        return exitCode;
    }

    private static String plural(Severity severity) {
        return severity == Severity.ADVICE ? "advice" : severity + "s";
    }

    private static Map<String, Object> facts(Problem problem) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("severity", problem.severity().toString());
        problem.place().ifPresent(place -> {
            facts.put("file", place.file());
            facts.put("line", place.line());
            facts.put("column", place.column());
        });
        facts.put("message", problem.message());
        return facts;
    }

    /** Two facts in their order. */
    private static Map<String, Object> facts(String name, Object value, String otherName, Object otherValue) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(name, value);
        facts.put(otherName, otherValue);
        return facts;
    }
}
