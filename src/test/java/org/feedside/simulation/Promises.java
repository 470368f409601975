package org.feedside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.feeds.Format;
import org.feedside.feeds.Lookup;
import org.feedside.publishing.Document;
import org.feedside.publishing.Snapshot;
import org.feedside.readers.ReadFeed;

/** Checks the properties of everything that is served, at any time and with any fault. */
final class Promises {
    private static final Duration SHRINK_DELAY = Duration.ofMinutes(10);

    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, Served> served = new HashMap<>();

    /** Documents that may have changed and changed back unseen before the process ended. */
    private final Set<String> unsure = new HashSet<>();

    /** Renames that scans may see half done. */
    private final List<Author.Rename> renames = new ArrayList<>();

    private boolean isSizeKnown;

    private Snapshot last = Snapshot.EMPTY;
    private final Author author;
    private List<String> ids = List.of();
    private Duration changed = Duration.ZERO;
    private Optional<Set<Path>> files = Optional.empty();
    private Optional<Set<Path>> accepted = Optional.empty();
    private boolean clockWasSet;

    /** A served version of a document. */
    private record Served(String tag, Instant lastModified) {}

    /** Records a change of the content folder; empty if the folder is missing. */
    void folderChanged(Duration now, Optional<Set<Path>> current) {
        changed = now;
        clockWasSet = clockWasSet && current.equals(files);
        files = current.map(Set::copyOf);
    }

    /** Records that the operator accepts the current files, with any content. */
    void accept() {
        accepted = files;
    }

    /** Records that the clock was set. */
    void clockWasSet() {
        clockWasSet = true;
    }

    Promises(Author author) {
        this.author = author;
    }

    /** Records a new process, whose state may be one publication ahead of what was served. */
    void started() {
        ids = List.of();
        isSizeKnown = false;
        unsure.clear();
        unsure.addAll(served.keySet());
    }

    /** Records that this process has found the size of the enclosures. */
    void sizeIsKnown() {
        isSizeKnown = !ids.isEmpty();
    }

    /** Records that a post is renamed. */
    void renamed(Author.Rename rename) {
        renames.removeIf(other -> other.newId().equals(rename.oldId()));
        renames.add(rename);
    }

    /** Records a change after which readers may see both halves of a rename, or none. */
    void renamesMayBeSeen() {
        renames.clear();
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
                assertThat(snapshot.isEmpty() ? new Lookup.Unavailable<>() : snapshot.lookUp(document.path(), ""))
                        .as("%s, which was served before", document.path())
                        .isNotInstanceOf(Lookup.NotFound.class);
            }
        }
        var current = snapshot.find("atom.xml")
                .map(d -> ReadFeed.parse(d.identity().bytes()).items().stream()
                        .map(ReadFeed.Item::id)
                        .toList())
                .orElse(List.of());
        assertThat(ids.stream().filter(id -> !current.contains(id) && !author.mayBeMissing(id)))
                .as("posts that disappeared although their files exist")
                .isEmpty();
        for (var rename : renames) {
            var names = List.of(rename.oldId(), rename.newId());
            if (names.stream().filter(ids::contains).count() == 1) {
                assertThat(current.stream().filter(names::contains))
                        .as("one half of a rename")
                        .hasSize(1);
            }
        }
        isSizeKnown = isSizeKnown && !current.isEmpty();
        var entries = ids.size();
        var removed = entries - current.size();
        var mayShrink = clockWasSet || (accepted.isPresent() && accepted.equals(files));
        if (!mayShrink && removed >= 3 && 2 * removed > entries) {
            assertThat(now.minus(changed))
                    .as("time until %d of %d posts disappeared", removed, entries)
                    .isGreaterThanOrEqualTo(SHRINK_DELAY);
        }
        ids = current;
        last = snapshot.isEmpty() ? last : snapshot;
    }

    private void check(Document document) {
        var body = document.identity().bytes().toString();
        var tag = document.identity().entityTag();
        assertThat(bodies.computeIfAbsent(document.path() + tag, t -> body))
                .as("the body with the tag %s of %s", tag, document.path())
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
                        .as("Last-Modified of the unchanged %s", document.path())
                        .isEqualTo(before.lastModified());
            }
        }
        assertThat(body)
                .as(document.path())
                .doesNotContain(Author.SECRET)
                .doesNotContain("<title type=\"text\">" + Author.OTHER_TITLE);
        if (isSizeKnown) {
            assertThat(body).as("enclosures in %s", document.path()).doesNotContain("length=\"0\"");
        }
        if (document.mediaType().startsWith(Format.ATOM.mediaType())
                || document.mediaType().startsWith(Format.RSS.mediaType())) {
            ReadFeed.parse(document.identity().bytes());
        }
    }
}
