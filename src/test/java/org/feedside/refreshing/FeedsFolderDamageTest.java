package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.FileChanges;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteFolder;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.RenderWatch;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.Published;
import org.feedside.publishing.state.MvStateStore;
import org.feedside.publishing.state.PublishedState;
import org.feedside.publishing.state.StateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feeds folder of a running service, damaged from outside. The next full scan restores it. */
class FeedsFolderDamageTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    private Path site = Path.of("");

    private final SystemDisk disk = new SystemDisk();
    private final Published published = new Published();
    private Optional<MvStateStore> store = Optional.empty();
    private Optional<Refresher> refresher = Optional.empty();
    private PublishedState before = PublishedState.NONE;

    @BeforeEach
    void publish() throws IOException {
        Files.writeString(site.resolve("zola.toml"), "base_url = \"https://example.org\"\ntitle = \"T\"\n");
        Files.createDirectories(site.resolve("content/tags"));
        Files.writeString(site.resolve("content/a.md"), "+++\ntitle = \"A\"\ndate = 2025-01-01\n+++\nText.\n");
        start();
        assertThat(refresh().problems()).isEmpty();
        before = store.orElseThrow().load();
    }

    private void start() {
        store = Optional.of(MvStateStore.open(disk, feeds()));
        var options = new ServiceOptions(
                disk,
                InstantSource.fixed(NOW),
                new SiteFolder(site, Optional.empty(), Optional.empty()),
                feeds(),
                new BuildOptions(false, ZoneOffset.UTC),
                ServiceConfig.DEFAULT,
                false,
                false,
                Progress.NONE,
                RenderWatch.NONE);
        refresher = Optional.of(Refresher.restored(options, store.get(), published, Optional.empty()));
    }

    @AfterEach
    void stop() {
        store.ifPresent(MvStateStore::close);
    }

    private Path feeds() {
        return site.resolve("feeds");
    }

    private Path atom() {
        return feeds().resolve("atom.xml");
    }

    private Path state() {
        return feeds().resolve(".feedside/state.mv");
    }

    private RefreshResult refresh() {
        return refresher.orElseThrow().refresh(NOW);
    }

    /** The folder is as it was published, and a restart finds the same state. */
    private void assertRestored() throws IOException {
        for (var document : published.current().documents()) {
            var file = feeds().resolve(document.path());
            assertThat(file)
                    .isRegularFile()
                    .hasBinaryContent(document.identity().bytes().toArray());
            assertThat(Files.isSymbolicLink(file)).isFalse();
            assertThat(Files.getLastModifiedTime(file).toInstant())
                    .isEqualTo(document.lastModified().orElseThrow());
        }
        assertThatThrownBy(() -> MvStateStore.open(disk, feeds())).hasMessageContaining("in use by another Feedside");
        stop();
        start();
        assertThat(store.orElseThrow().load()).isEqualTo(before);
        assertThat(refresh().changed()).isZero();
        assertThat(store.orElseThrow().load().goodTexts())
                .hasEntrySatisfying("a.md", good -> assertThat(good.text()).contains("Text."));
    }

    @Test
    void deleted_files_are_written_again() throws IOException {
        Files.delete(atom());

        assertThat(refresh().problems()).isEmpty();

        assertRestored();
    }

    @Test
    void an_overwritten_file_is_written_again() throws IOException {
        Files.writeString(atom(), "mine");

        refresh();

        assertRestored();
    }

    @Test
    void a_changed_manifest_is_written_again() throws IOException {
        var manifest = feeds().resolve(Manifest.PATH);
        var written = Files.readString(manifest);
        Files.writeString(manifest, "mine");

        refresh();

        assertThat(manifest).hasContent(written);
        assertRestored();
    }

    @Test
    void another_modification_time_is_corrected() throws IOException {
        Files.setLastModifiedTime(atom(), FileTime.from(NOW.plusSeconds(99)));

        refresh();

        assertRestored();
    }

    @Test
    void a_link_in_place_of_a_file_is_replaced() throws IOException {
        var elsewhere = Files.move(atom(), site.resolve("elsewhere.xml"));
        Files.createSymbolicLink(atom(), elsewhere);

        refresh();

        assertRestored();
        assertThat(elsewhere).exists();
    }

    @Test
    void a_folder_in_place_of_a_file_is_reported_until_it_is_moved_away() throws IOException {
        Files.delete(atom());
        Files.createDirectories(atom().resolve("inner"));

        assertThat(refresh().problems())
                .extracting(Diagnostic::toString)
                .singleElement()
                .asString()
                .contains("atom.xml:1:1: error: a folder is in the place", "move it away");
        Files.delete(atom().resolve("inner"));
        Files.delete(atom());

        assertThat(refresh().problems()).isEmpty();
        assertRestored();
    }

    @Test
    void a_removed_folder_is_restored_with_the_state_and_its_lock() throws IOException {
        removeFeeds();

        assertThat(refresh().problems()).isEmpty();

        assertRestored();
    }

    @Test
    void the_folder_is_restored_although_the_configuration_is_broken() throws IOException {
        removeFeeds();
        Files.writeString(site.resolve("zola.toml"), "base_url = \n");

        assertThat(refresh().kind()).isEqualTo(RefreshResult.Kind.DEGRADED);

        Files.writeString(site.resolve("zola.toml"), "base_url = \"https://example.org\"\ntitle = \"T\"\n");
        assertRestored();
    }

    @Test
    void a_damaged_state_is_written_again_even_without_a_full_scan() throws IOException {
        Files.writeString(state(), "damage");

        refresher.orElseThrow().refresh(NOW, FileChanges.at(site.resolve("content/a.md")));

        assertRestored();
    }

    @Test
    void a_folder_that_another_process_has_taken_is_left_alone() throws IOException {
        removeFeeds();
        try (var other = MvStateStore.open(disk, feeds())) {
            assertThat(other.load()).isEqualTo(PublishedState.NONE);
            Files.writeString(site.resolve("content/b.md"), "+++\ntitle = \"B\"\ndate = 2025-01-02\n+++\nText.\n");

            var refused = refresh();

            assertThat(refused.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
            assertThat(refused.problems().toString()).contains("was replaced while the service ran", "restart");
            assertThat(atom()).doesNotExist();
            assertThatThrownBy(() -> store.orElseThrow().restore()).isInstanceOf(StateException.class);
        }
    }

    private void removeFeeds() throws IOException {
        try (var all = Files.walk(feeds())) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
