package org.feedside.cli;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.diagnostics.Code;
import org.feedside.formats.Json;
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
                        Code.FINDING,
                        Optional.empty(),
                        "%s: %s".formatted(finding.feed(), finding.remark().what())))
                .forEach(report::problem);
        return report;
    }

    private static Map<String, Object> fields(Diagnosis diagnosis) {
        var findings = diagnosis.findings().stream().map(DoctorReport::fields).toList();
        return Json.object(
                entry("feed", diagnosis.feed()), entry("reached", diagnosis.isReached()), entry("findings", findings));
    }

    private static Map<String, Object> fields(Finding finding) {
        var remark = finding.remark();
        var readers = finding.readers().stream().map(SimulatedReader::toString).toList();
        return Json.object(
                entry("severity", remark.severity().toString()),
                entry("every_reader", finding.isGeneral()),
                entry("readers", readers),
                entry("what", remark.what()),
                entry("effect", remark.effect()),
                entry("remedy", remark.remedy()));
    }
}
