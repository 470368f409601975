package org.feedside.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.disk.FileChanges;
import org.feedside.base.disk.SystemDisk;
import org.feedside.content.PageDate;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;
import org.feedside.feeds.Person;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.FeedInfo;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.Published;
import org.feedside.publishing.state.DocumentState;
import org.feedside.publishing.state.MemoryStateStore;
import org.feedside.publishing.state.PublishedState;
import org.feedside.refreshing.PublishedGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publisher answers 429 to a client that downloads the same bytes again and again. */
class RepeatedRequestsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private final List<String> requests = new ArrayList<>();
    private String served = manifest(NOW);
    private boolean isBroken = true;

    private final Source source = new Source() {
        @Override
        public Optional<Found> manifest(Optional<String> tag) {
            requests.add(tag.orElse("none"));
            var current = Bytes.utf8(served);
            return tag.equals(Optional.of(current.digest()))
                    ? Optional.empty()
                    : Optional.of(new Found(current, Optional.of(current.digest())));
        }

        @Override
        public Bytes document(DocumentState document) throws IOException {
            requests.add(document.file().path());
            if (isBroken && document.file().path().equals("b.xml")) {
                throw new IOException("connection reset");
            }
            return Bytes.utf8(document.file().path());
        }
    };

    private static String manifest(Instant publisher) {
        return new Manifest("https://example.org", List.of(publisher), 1, List.of(), List.of()).json();
    }

    @Test
    void a_refused_manifest_is_downloaded_once() {
        var store = new MemoryStateStore(PublishedState.NONE);
        var generation = PublishedGeneration.restored(
                new FeedsFolder(new SystemDisk(), folder), Optional.empty(), store, new Published());
        var followed = new FollowedSource(source, "publisher", Duration.ofSeconds(2), Duration.ofSeconds(30), 1);
        var follower = Follower.of(new SystemDisk(), followed, generation, Optional.empty(), NOW);
        follower.refresh(NOW, FileChanges.NONE);
        var first = Bytes.utf8(served).digest();

        served = manifest(NOW.plusSeconds(9));
        var second = Bytes.utf8(served).digest();
        for (int i = 0; i < 3; i++) {
            assertThat(follower.refresh(NOW, FileChanges.NONE).problems())
                    .singleElement()
                    .matches(problem -> problem.code() == Code.HELD_BACK);
        }
        served = manifest(NOW);
        assertThat(follower.refresh(NOW, FileChanges.NONE).problems()).isEmpty();
        follower.refresh(NOW, FileChanges.NONE);

        assertThat(requests).containsExactly("none", first, second, second, second, first);
    }

    @Test
    void a_document_is_downloaded_once_although_another_one_fails() throws IOException {
        var manifest = new Manifest(
                "https://example.org", List.of(NOW), 1, List.of(listed("a.xml"), listed("b.xml")), List.of());
        var missing = new Missing(source, 1);
        assertThatThrownBy(() -> missing.download(manifest, Map.of())).hasMessage("connection reset");

        isBroken = false;

        assertThat(missing.download(manifest, Map.of())).containsOnlyKeys("a.xml", "b.xml");
        assertThat(requests).containsExactly("a.xml", "b.xml", "b.xml");
    }

    private static Manifest.Listed listed(String path) {
        var file = new FeedFile(path, "https://example.org/" + path, "https://example.org/" + path, Format.ATOM);
        return new Manifest.Listed(
                new DocumentState(
                        file,
                        Bytes.utf8(path).digest(),
                        PageDate.of(NOW),
                        NOW,
                        List.of(),
                        "https://example.org/",
                        "en",
                        "Example",
                        Optional.empty(),
                        new Person("Ann", Optional.empty())),
                FeedInfo.NONE);
    }
}
