package org.feedside.cli;

import static java.util.Map.entry;

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

/** The result of a command as one JSON document. */
final class JsonReport {
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    JsonReport(String command) {
        fields.put("command", command);
    }

    /** Adds a field. The value is a number, string, boolean, list or map (a JSON object). */
    JsonReport with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /** Adds problems, sorted by place. */
    JsonReport problems(Collection<Diagnostic> found) {
        problems.addAll(Problem.of(found));
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
                        .map(post -> Json.object(
                                entry("file", post.file()),
                                entry("until", post.until().toString())))
                        .toList());
    }

    void print(PrintWriter out, int exitCode) {
        for (var severity : Severity.values()) {
            fields.put(
                    plural(severity),
                    problems.stream().filter(p -> p.severity() == severity).count());
        }
        fields.put("problems", problems.stream().map(JsonReport::fields).toList());
        fields.put("exit_code", exitCode);
        out.print(Json.text(fields));
        out.flush();
    }

    private static String plural(Severity severity) {
        return severity == Severity.ADVICE ? "advice" : severity + "s";
    }

    private static Map<String, Object> fields(Problem problem) {
        var fields = Json.object(
                entry("severity", problem.severity().toString()),
                entry("code", problem.code().toString()));
        problem.place().ifPresent(place -> {
            fields.put("file", place.file());
            fields.put("line", place.line());
            fields.put("column", place.column());
        });
        fields.put("message", problem.message());
        return fields;
    }
}
