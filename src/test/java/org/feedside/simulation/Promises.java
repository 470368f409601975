package org.feedside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.feeds.Format;
import org.feedside.publishing.Document;
import org.feedside.publishing.Lookup;
import org.feedside.publishing.Snapshot;
import org.feedside.readers.ReadFeed;

/** What holds of everything that is ever served, whatever happens. */
final class Promises {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, Served> served = new HashMap<>();

    /** Documents that may have changed and changed back before the process ended, unseen by anybody. */
    private final Set<String> unsure = new HashSet<>();

    private Snapshot last = Snapshot.EMPTY;
    private final Author author;
    private List<String> ids = List.of();
    private Duration changed = Duration.ZERO;
    private Optional<Set<Path>> files = Optional.empty();
    private Optional<Set<Path>> accepted = Optional.empty();
    private boolean clockWasSet;

    /** A version of a document that was served. */
    private record Served(String tag, Instant lastModified) {}

    /** The folder of posts changed; empty if it is not there. */
    void folderChanged(Duration now, Optional<Set<Path>> current) {
        changed = now;
        clockWasSet = clockWasSet && current.equals(files);
        files = current.map(Set::copyOf);
    }

    /** The operator lets posts go: as long as these files are there, whatever is in them. */
    void accept() {
        accepted = files;
    }

    /** The clock, by which the time is told, was set. */
    void clockWasSet() {
        clockWasSet = true;
    }

    Promises(Author author) {
        this.author = author;
    }

    /** The process is a new one; what the state holds may be one step ahead of what was served. */
    void started() {
        ids = List.of();
        unsure.clear();
        unsure.addAll(served.keySet());
    }

    void check(Snapshot snapshot, Duration now) {
        if (snapshot == last) {
            return;
        }
        for (var document : snapshot.documents()) {
            var isKnown = last.find(document.path())
                    .filter(d -> d.identity().equals(document.identity())
                            && d.lastModified().equals(document.lastModified()))
                    .isPresent();
            if (!isKnown) {
                check(document);
            }
        }
        if (!last.isEmpty()) {
            for (var document : last.documents()) {
                assertThat(snapshot.isEmpty() ? new Lookup.Later() : snapshot.seek(document.path()))
                        .as("%s, which was served once", document.path())
                        .isNotInstanceOf(Lookup.Nowhere.class);
            }
        }
        var left = snapshot.find("atom.xml")
                .map(d -> ReadFeed.parse(d.identity().bytes()).items().stream()
                        .map(ReadFeed.Item::id)
                        .toList())
                .orElse(List.of());
        assertThat(ids.stream().filter(id -> !left.contains(id) && !author.mayBeMissing(id)))
                .as("posts that went although their files are there")
                .isEmpty();
        var entries = ids.size();
        var going = entries - left.size();
        var shrinkMayCome = clockWasSet || (accepted.isPresent() && accepted.equals(files));
        if (!shrinkMayCome && going >= 3 && 2 * going > entries) {
            assertThat(now.minus(changed))
                    .as("%d of %d posts went so soon", going, entries)
                    .isGreaterThanOrEqualTo(PATIENCE);
        }
        ids = left;
        last = snapshot.isEmpty() ? last : snapshot;
    }

    private void check(Document document) {
        var body = document.identity().bytes().toString();
        var tag = document.identity().entityTag();
        assertThat(bodies.computeIfAbsent(document.path() + tag, t -> body))
                .as("the body that the tag %s of %s names", tag, document.path())
                .isEqualTo(body);
        var modified = document.lastModified().orElseThrow();
        var wasUnsure = unsure.remove(document.path());
        var before = served.put(document.path(), new Served(tag, modified));
        if (before != null) {
            var isSame = before.tag().equals(tag);
            assertThat(modified)
                    .as("Last-Modified of %s after %s", document.path(), before)
                    .isAfterOrEqualTo(
                            isSame
                                    ? before.lastModified()
                                    : before.lastModified().plusSeconds(1));
            if (isSame && !wasUnsure) {
                assertThat(modified)
                        .as("Last-Modified of %s, which did not change", document.path())
                        .isEqualTo(before.lastModified());
            }
        }
        assertThat(body).as(document.path()).doesNotContain(Author.SECRET);
        if (document.mediaType().startsWith(Format.ATOM.mediaType())
                || document.mediaType().startsWith(Format.RSS.mediaType())) {
            ReadFeed.parse(document.identity().bytes());
        }
    }
}
