package org.feedside.tools.doctor;

import java.util.List;

/**
 * What is wrong with one feed.
 *
 * @param feed its address
 * @param isReached whether any server answered
 */
public record Diagnosis(String feed, boolean isReached, List<Finding> findings) {
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    static Diagnosis of(Examination examination) {
        return new Diagnosis(examination.feed().toString(), examination.isReached(), Judge.findings(examination));
    }
}
