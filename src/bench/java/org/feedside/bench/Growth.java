package org.feedside.bench;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.feedside.bench.Figures.Subject;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws the plot of time against the number of posts. */
final class Growth {
    private Growth() {}

    /** Whether there are enough figures for a line: two sizes. */
    static boolean isMeasured(Figures figures) {
        return points(figures, BuildPart.PART, BuildPart.TIME, Programs.FEEDSIDE)
                                .size()
                        > 1
                || points(figures, ChangePart.PART, ChangePart.SAVED, Programs.FEEDSIDE)
                                .size()
                        > 1;
    }

    /** Writes the plot to a PNG file. */
    static void draw(Figures figures, Path file) throws IOException {
        var chart = new XYChartBuilder()
                .width(900)
                .height(560)
                .title("Time against number of posts")
                .xAxisTitle("posts")
                .yAxisTitle("ms")
                .build();
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setXAxisDecimalPattern("#,##0");
        chart.getStyler().setYAxisDecimalPattern("#,##0");
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
        line(chart, figures, BuildPart.PART, BuildPart.TIME, Programs.FEEDSIDE, "Feedside builds Atom, RSS and JSON");
        line(chart, figures, BuildPart.PART, BuildPart.TIME, Programs.HUGO, "Hugo builds RSS");
        line(chart, figures, ChangePart.PART, ChangePart.SAVED, Programs.FEEDSIDE, "Feedside serves a saved post");
        line(chart, figures, ChangePart.PART, ChangePart.SAVED, Programs.HUGO, "Hugo serves a saved post");
        ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", file.toFile());
    }

    private static void line(XYChart chart, Figures figures, String part, String what, String program, String name) {
        var points = points(figures, part, what, program);
        if (!points.isEmpty()) {
            chart.addSeries(
                    name,
                    points.stream().map(Subject::posts).toList(),
                    points.stream()
                            .map(subject -> figures.median(subject, program).orElseThrow())
                            .toList());
        }
    }

    private static List<Subject> points(Figures figures, String part, String what, String program) {
        var points = new ArrayList<Subject>();
        for (var subject : figures.subjects()) {
            if (subject.part().equals(part)
                    && subject.what().equals(what)
                    && figures.of(subject).contains(program)) {
                points.add(subject);
            }
        }
        return points;
    }
}
