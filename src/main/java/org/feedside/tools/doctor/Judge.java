package org.feedside.tools.doctor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Derives the findings of a feed from its visits. */
final class Judge {
    /** The other rules would blame the web server for what only the service sends. */
    private static final List<Rule> RULES_WITHOUT_SERVICE =
            List.of(new ReachableRule(), new StatusRule(), new FallbackRule());

    private static final List<Rule> RULES = List.of(
            new ReachableRule(),
            new StatusRule(),
            new RedirectRule(),
            new ContentRule(),
            new MediaTypeRule(),
            new SelfLinkRule(),
            new EntryPageRule(),
            new EntityTagRule(),
            new ConditionalRequestRule(),
            new NotModifiedRule(),
            new CachingRule(),
            new CompressionRule(),
            new SpeedRule());

    private Judge() {}

    /** Returns the findings, the most severe first. A remark about all readers becomes one general finding. */
    static List<Finding> findings(Examination examination) {
        var rules = examination.downloads().anyMatch(FallbackRule::isFallback) ? RULES_WITHOUT_SERVICE : RULES;
        return rules.stream()
                .flatMap(rule -> findings(rule, examination))
                // The sort is stable: findings of one severity stay in the order of the rules.
                .sorted(Comparator.comparing(finding -> finding.remark().severity()))
                .toList();
    }

    private static Stream<Finding> findings(Rule rule, Examination examination) {
        var feed = examination.feed().toString();
        var applicable = new LinkedHashSet<SimulatedReader>();
        var readersOf = new LinkedHashMap<Remark, Set<SimulatedReader>>();
        for (var visit : examination.visits()) {
            rule.check(visit, examination).ifPresent(remarks -> {
                applicable.add(visit.reader());
                remarks.forEach(remark -> readersOf
                        .computeIfAbsent(remark, r -> new LinkedHashSet<>())
                        .add(visit.reader()));
            });
        }
        return readersOf.entrySet().stream()
                .map(entry -> entry.getValue().equals(applicable)
                        ? Finding.general(feed, entry.getKey())
                        : new Finding(feed, List.copyOf(entry.getValue()), false, entry.getKey()));
    }
}
