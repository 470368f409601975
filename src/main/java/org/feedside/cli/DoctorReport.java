package org.feedside.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.tools.doctor.Diagnosis;
import org.feedside.tools.doctor.Finding;
import org.feedside.tools.doctor.SimulatedReader;

/** What is wrong with public feeds, as a JSON document: each feed with its findings, which stand among the problems too. */
final class DoctorReport {
    private DoctorReport() {}

    static JsonReport of(List<Diagnosis> diagnoses) {
        var report = new JsonReport("doctor")
                .with("feeds", diagnoses.stream().map(DoctorReport::facts).toList());
        diagnoses.stream()
                .flatMap(diagnosis -> diagnosis.findings().stream())
                .map(finding -> new Problem(
                        finding.severity(), Optional.empty(), "%s: %s".formatted(finding.feed(), finding.what())))
                .forEach(report::problem);
        return report;
    }

    private static Map<String, Object> facts(Diagnosis diagnosis) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("feed", diagnosis.feed());
        facts.put("reached", diagnosis.isReached());
        facts.put(
                "findings",
                diagnosis.findings().stream().map(DoctorReport::facts).toList());
        return facts;
    }

    private static Map<String, Object> facts(Finding finding) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("severity", finding.severity().toString());
        facts.put("every_reader", finding.isGeneral());
        facts.put(
                "readers",
                finding.readers().stream().map(SimulatedReader::toString).toList());
        facts.put("what", finding.what());
        facts.put("effect", finding.effect());
        facts.put("remedy", finding.remedy());
        return facts;
    }
}
