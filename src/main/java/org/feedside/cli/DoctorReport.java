package org.feedside.cli;

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
                        finding.remark().severity(),
                        Optional.empty(),
                        "%s: %s".formatted(finding.feed(), finding.remark().what())))
                .forEach(report::problem);
        return report;
    }

    private static Map<String, Object> fields(Diagnosis diagnosis) {
        var findings = diagnosis.findings().stream().map(DoctorReport::fields).toList();
        return JsonReport.object("feed", diagnosis.feed(), "reached", diagnosis.isReached(), "findings", findings);
    }

    private static Map<String, Object> fields(Finding finding) {
        var remark = finding.remark();
        var readers = finding.readers().stream().map(SimulatedReader::toString).toList();
        return JsonReport.object(
                "severity", remark.severity().toString(),
                "every_reader", finding.isGeneral(),
                "readers", readers,
                "what", remark.what(),
                "effect", remark.effect(),
                "remedy", remark.remedy());
    }
}
