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

/** Prints lines for people, coloured on a terminal. */
final class ConsoleText {
    private final PrintWriter writer;
    private final ColorScheme colours;
    private final SourceLines source = new SourceLines();

    ConsoleText(PrintWriter writer, ColorScheme colours) {
        this.writer = writer;
        this.colours = colours;
    }

    void success(String text) {
        line(styled(text, Style.fg_green));
    }

    /** Prints the result of a command, as a success if the exit code is 0. */
    void result(int exitCode, String text) {
        if (exitCode == ExitCode.DONE) {
            success(text);
        } else {
            line(text);
        }
    }

    /** Prints the problems sorted by place. */
    void problems(Collection<Diagnostic> problems) {
        Problem.of(problems).forEach(this::problem);
    }

    /** Prints a problem on one line; on a terminal also the line of the file, with a mark. */
    void problem(Problem problem) {
        var place = problem.place().map(p -> styled(p.toString(), Style.bold) + ": ");
        line(place.orElse("") + severity(problem.severity()) + " " + PrintableText.text(problem.message()));
        if (colours.ansi().enabled()) {
            problem.place().flatMap(source::marked).map(MarkedLine::toString).ifPresent(this::line);
        }
    }

    /** Prints a finding of the doctor: what is wrong with a feed, its effect on readers, and what to do. */
    void finding(Finding finding) {
        var readers = finding.readers().stream().map(SimulatedReader::toString).collect(Collectors.joining(", "));
        line("%s: %s %s: %s"
                .formatted(
                        styled(finding.feed(), Style.bold),
                        severity(finding.remark().severity()),
                        finding.isGeneral() ? "every reader" : readers,
                        PrintableText.text(finding.remark().what())));
        line("    " + PrintableText.text(finding.remark().effect()));
        line("    What to do: " + PrintableText.text(finding.remark().remedy()));
    }

    void waiting(List<Site.ScheduledPost> waiting) {
        waiting.forEach(post -> line(
                "%s is scheduled for %s".formatted(styled(PrintableText.name(post.file()), Style.bold), post.until())));
    }

    private String severity(Severity severity) {
        var colour = switch (severity) {
            case ERROR -> Style.fg_red;
            case WARNING -> Style.fg_yellow;
            case ADVICE -> Style.fg_cyan;
        };
        return styled(severity + ":", colour);
    }

    /** Does not use picocli's markup, because a file name could contain markup. */
    private String styled(String text, Style style) {
        return colours.apply(text, List.of(style)).toString();
    }

    void line(String text) {
        writer.println(text);
        writer.flush();
    }
}
