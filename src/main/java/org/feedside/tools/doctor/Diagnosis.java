package org.feedside.tools.doctor;

import java.util.List;

/**
 * The problems of one feed.
 *
 * @param feed its URL
 * @param isReached whether any server responded
 */
public record Diagnosis(String feed, boolean isReached, List<Finding> findings) {
    public Diagnosis {
        findings = List.copyOf(findings);
    }
}
