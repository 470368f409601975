package org.feedside.fuzzing;

import java.util.List;
import java.util.NoSuchElementException;

/** All targets. */
final class Targets {
    private Targets() {}

    static List<Target> all() {
        return List.of(
                FrontMatterTarget.zolas(),
                FrontMatterTarget.folders(),
                ConfigurationTarget.zolas(),
                ConfigurationTarget.ours(),
                ConfigurationTarget.ids(),
                MarkdownTarget.create(),
                ImportedFeedTarget.create(),
                new SiteTarget("site"));
    }

    static List<String> names() {
        return all().stream().map(Target::name).toList();
    }

    static Target named(String name) {
        return all().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(name + " is none of " + names()));
    }
}
