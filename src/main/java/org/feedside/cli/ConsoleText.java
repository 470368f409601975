package org.feedside.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Severity;
import org.feedside.base.text.PrintableText;
import org.feedside.site.Site;
import org.feedside.tools.doctor.Finding;
import org.feedside.tools.doctor.SimulatedReader;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/** Lines for people: coloured where they look at a terminal, plain text elsewhere. */
final class ConsoleText {
    private final PrintWriter writer;
    private final ColorScheme colours;

    ConsoleText(PrintWriter writer, ColorScheme colours) {
        this.writer = writer;
        this.colours = colours;
    }

    void plain(String text) {
        print(text);
    }

    /** What a command has done. */
    void done(String text) {
        print(styled(text, Style.fg_green));
    }

    /** How a command ended: done only if nothing stayed undone. */
    void ended(int exitCode, String text) {
        if (exitCode == ExitCode.DONE) {
            done(text);
        } else {
            plain(text);
        }
    }

    void error(String message) {
        problem(Problem.error(message));
    }

    /** Each problem on a line of its own, in the order of places. */
    void problems(Collection<Diagnostic> problems) {
        problems.stream().sorted().map(Problem::of).forEach(this::problem);
    }

    void problem(Problem problem) {
        var place = problem.place().map(p -> styled(p.toString(), Style.bold) + ": ");
        print(place.orElse("") + severity(problem.severity()) + " " + PrintableText.text(problem.message()));
    }

    /** What is wrong with a feed, what it does to readers, and what to do. */
    void finding(Finding finding) {
        var readers = finding.readers().stream().map(SimulatedReader::toString).collect(Collectors.joining(", "));
        print("%s: %s %s: %s"
                .formatted(
                        styled(finding.feed(), Style.bold),
                        severity(finding.severity()),
                        finding.isGeneral() ? "every reader" : readers,
                        PrintableText.text(finding.what())));
        print("    " + PrintableText.text(finding.effect()));
        print("    What to do: " + PrintableText.text(finding.remedy()));
    }

    void waiting(List<Site.ScheduledPost> waiting) {
        waiting.forEach(post -> print(
                "%s waits until %s".formatted(styled(PrintableText.name(post.file()), Style.bold), post.until())));
    }

    private String severity(Severity severity) {
        var colour = switch (severity) {
            case ERROR -> Style.fg_red;
            case WARNING -> Style.fg_yellow;
            case ADVICE -> Style.fg_cyan;
        };
        return styled(severity + ":", colour);
    }

    /** Never picocli's markup: a file's name may hold anything. */
    private String styled(String text, Style style) {
        return colours.apply(text, List.of(style)).toString();
    }

    private void print(String line) {
        writer.println(line);
        writer.flush();
    }
}
