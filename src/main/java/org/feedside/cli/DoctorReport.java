package org.feedside.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.tools.doctor.Diagnosis;
import org.feedside.tools.doctor.Finding;
import org.feedside.tools.doctor.SimulatedReader;

/** The findings of the doctor as a JSON document: each feed with its findings. The list of problems contains the findings too. */
final class DoctorReport {
    private DoctorReport() {}

    static JsonReport of(List<Diagnosis> diagnoses) {
        var report = new JsonReport("doctor")
                .with("feeds", diagnoses.stream().map(DoctorReport::fields).toList());
        diagnoses.stream()
                .flatMap(diagnosis -> diagnosis.findings().stream())
                .map(finding -> new Problem(
                        finding.severity(), Optional.empty(), "%s: %s".formatted(finding.feed(), finding.what())))
                .forEach(report::problem);
        return report;
    }

    private static Map<String, Object> fields(Diagnosis diagnosis) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("feed", diagnosis.feed());
        fields.put("reached", diagnosis.isReached());
        fields.put(
                "findings",
                diagnosis.findings().stream().map(DoctorReport::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("severity", finding.severity().toString());
        fields.put("every_reader", finding.isGeneral());
        fields.put(
                "readers",
                finding.readers().stream().map(SimulatedReader::toString).toList());
        fields.put("what", finding.what());
        fields.put("effect", finding.effect());
        fields.put("remedy", finding.remedy());
        return fields;
    }
}
