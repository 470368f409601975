package org.feedside.fuzzing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.text.TextResource;
import org.feedside.base.toml.Toml;
import org.feedside.config.KnownPosts;
import org.feedside.config.KnownPostsWriter;
import org.feedside.formats.reading.ImportedFeed;
import org.feedside.testing.Words;
import org.feedside.tools.imports.ImportPlan;

/** Imported feeds: the ids that would be written for their entries must be readable. */
record ImportedFeedTarget(String name, List<String> corpus) implements Target {
    private static final Path FILE = Path.of("old.xml");

    ImportedFeedTarget {
        corpus = List.copyOf(corpus);
    }

    static ImportedFeedTarget create() {
        return new ImportedFeedTarget(
                "old-feed",
                Stream.of("jekyll.xml", "wordpress.xml", "zola.xml")
                        .map(name -> TextResource.text(ImportedFeedTarget.class, "/org/feedside/tools/imports/" + name))
                        .toList());
    }

    @Override
    public List<String> dictionary() {
        return Words.of("""
                <entry> </entry> <item> </item> <id> </id> <guid␣isPermaLink="false"> </guid> <title>
                <title␣type="xhtml"> <link> <link␣href=" /> <updated> <pubDate> <![CDATA[ ]]> &lt; &#0;
                &#x1F600; &x; <!DOCTYPE␣x␣[<!ENTITY␣a␣"b">]> <!ENTITY␣a␣SYSTEM␣"file:///etc/passwd">
                <?xml␣version="1.1"?> <?xml␣version="1.0"␣encoding="UTF-16"?>
                xmlns="http://www.w3.org/2005/Atom" xmlns:a="b" <a:b> <rdf:RDF <rss␣version="0.91">
                <rss␣version="9"> <feed> <feed␣version="0.3"> <x> <!-- --> xml:base="//x"
                """);
    }

    @Override
    public String read(byte[] bytes) {
        var read = ImportedFeed.read(FILE.toString(), bytes);
        var readProblems = ReportedProblems.checked(read.problems(), FILE, bytes);
        if (read.value().isEmpty()) {
            return readProblems;
        }
        var plan = ImportPlan.of(FILE.toString(), read.value().get(), List.of(), KnownPosts.NONE);
        var planProblems = ReportedProblems.checked(plan.problems(), FILE, bytes);
        read.value().get().entries().stream()
                .flatMap(entry -> entry.id().stream())
                .filter(KnownPosts::isId)
                .forEach(ImportedFeedTarget::checkWritten);
        return plan + readProblems + planProblems;
    }

    private static void checkWritten(String id) {
        var known = new KnownPosts.Known(id, Optional.empty(), Optional.empty(), Place.startOf("x"));
        var text = KnownPostsWriter.add("", Map.of("a.md", known));
        var problems = new ArrayList<Diagnostic>();
        var back = Toml.read("ids", 1, text, problems)
                .flatMap(table -> table.table("a.md"))
                .flatMap(post -> post.string("id"));
        if (!back.equals(Optional.of(id))) {
            throw new AssertionError("an id does not have the value that was written: " + back + problems);
        }
    }
}
