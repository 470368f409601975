package org.feedside.tools.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.feedside.base.diagnostics.Severity;

/** Derives the findings of a feed from its visits. */
final class Judge {
    private static final List<Rule> RULES = List.of(
            new ReachableRule(),
            new StatusRule(),
            new RedirectRule(),
            new ContentRule(),
            new MediaTypeRule(),
            new SelfLinkRule(),
            new EntityTagRule(),
            new ConditionalRequestRule(),
            new NotModifiedRule(),
            new CachingRule(),
            new CompressionRule(),
            new SpeedRule());

    private Judge() {}

    /**
     * Returns the findings, the most severe first. A remark about all readers that could be affected becomes one
     * general finding.
     */
    static List<Finding> findings(Examination examination) {
        var findings = new ArrayList<Finding>();
        for (var rule : RULES) {
            findings.addAll(findings(rule, examination));
        }
        var sorted = new ArrayList<Finding>();
        for (var severity : Severity.values()) {
            findings.stream().filter(finding -> finding.severity() == severity).forEach(sorted::add);
        }
        return sorted;
    }

    private static List<Finding> findings(Rule rule, Examination examination) {
        var asked = new LinkedHashSet<SimulatedReader>();
        var met = new LinkedHashMap<Remark, Set<SimulatedReader>>();
        for (var visit : examination.visits()) {
            rule.look(visit, examination).ifPresent(remarks -> {
                asked.add(visit.reader());
                remarks.forEach(remark ->
                        met.computeIfAbsent(remark, r -> new LinkedHashSet<>()).add(visit.reader()));
            });
        }
        return met.entrySet().stream()
                .map(entry -> finding(examination, entry.getKey(), entry.getValue(), asked))
                .toList();
    }

    private static Finding finding(
            Examination examination, Remark remark, Set<SimulatedReader> readers, Set<SimulatedReader> asked) {
        var isGeneral = readers.equals(asked);
        return new Finding(
                remark.severity(),
                examination.feed().toString(),
                isGeneral ? List.of(SimulatedReader.values()) : List.copyOf(readers),
                isGeneral,
                remark.what(),
                remark.effect(),
                remark.remedy());
    }
}
