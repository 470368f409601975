package org.feedside.fuzzing;

import java.util.List;
import java.util.NoSuchElementException;
import org.feedside.config.Generator;

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
                MarkdownTarget.of(Generator.ZOLA),
                MarkdownTarget.of(Generator.HUGO),
                MarkdownTarget.of(Generator.JEKYLL),
                MarkdownTarget.of(Generator.ELEVENTY),
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
