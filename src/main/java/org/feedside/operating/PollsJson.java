package org.feedside.operating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.feedside.formats.Json;

/** The polls as JSON. */
final class PollsJson {
    private PollsJson() {}

    static String of(PollReport report) {
        var json = new LinkedHashMap<String, Object>();
        json.put("since", report.since().toString());
        json.put("total", sum(report.total()));
        var readers = new ArrayList<Object>();
        report.byReader().forEach((reader, sum) -> readers.add(with("reader", reader, sum(sum))));
        json.put("readers", readers);
        var days = new ArrayList<Object>();
        report.days().forEach((day, counts) -> days.add(with("day", day.toString(), counts(counts))));
        json.put("days", days);
        json.put("polls", report.rows().stream().map(PollsJson::row).toList());
        return Json.text(json);
    }

    private static Map<String, Object> row(PollReport.Row row) {
        var json = new LinkedHashMap<String, Object>();
        json.put("feed", row.feed().path());
        json.put("kind", row.feed().kind().toString());
        json.put("reader", row.reader());
        json.put("last", row.last().toString());
        json.put("subscribers", row.subscribers());
        json.putAll(counts(row.counts()));
        return json;
    }

    private static Map<String, Object> sum(PollReport.Sum sum) {
        return with("subscribers", sum.subscribers(), counts(sum.counts()));
    }

    private static Map<String, Object> counts(PollCounts counts) {
        var json = new LinkedHashMap<String, Object>();
        json.put("requests", counts.requests());
        for (var kind : PollCounts.Kind.values()) {
            json.put(kind.toString(), counts.get(kind));
        }
        return json;
    }

    private static Map<String, Object> with(String name, Object value, Map<String, Object> others) {
        var json = new LinkedHashMap<String, Object>();
        json.put(name, value);
        json.putAll(others);
        return json;
    }
}
