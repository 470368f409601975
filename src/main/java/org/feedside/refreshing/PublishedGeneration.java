package org.feedside.refreshing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.FileChanges;
import org.feedside.pipeline.Generation;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.ManifestDocument;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.publishing.state.PublishedState;
import org.feedside.publishing.state.StateStore;

/**
 * The generation that is served. A publication goes to the state first, durably, then to the readers, then to the feeds
 * folder, where the manifest is last. The next publication repairs the effects of a crash in between. Used by one thread.
 */
public final class PublishedGeneration {
    private final StateStore store;
    private final FeedsFolder feedsFolder;
    private final Published published;

    private PublishedState state;
    private Generation generation;
    private OnDemand onDemand;
    private Optional<ManifestDocument> manifest = Optional.empty();
    private Optional<ManifestDocument> writtenManifest = Optional.empty();

    /** Why the last document could not be compressed. */
    private List<Diagnostic> codingProblems = List.of();

    private PublishedGeneration(StateStore store, Published published, LastPublication last) {
        this.store = store;
        this.feedsFolder = last.feedsFolder();
        this.published = published;
        this.state = last.state();
        this.generation = last.generation();
        this.onDemand = last.onDemand();
    }

    /**
     * Publishes what was published last.
     *
     * @param pages the folder of the pages about feeds
     */
    public static PublishedGeneration restored(
            FeedsFolder feedsFolder, Optional<String> pages, StateStore store, Published published) {
        return new PublishedGeneration(
                store, published, LastPublication.restore(feedsFolder, pages, store.load(), published));
    }

    public PublishedState state() {
        return state;
    }

    public Generation generation() {
        return generation;
    }

    /** Returns what responds to paths without a published document. */
    public OnDemand onDemand() {
        return onDemand;
    }

    public FeedsFolder feedsFolder() {
        return feedsFolder;
    }

    public int documents() {
        return generation.documents().size();
    }

    /**
     * Adds gzip and brotli to one more published document; returns false if every document already has them or it failed,
     * which the next publication reports.
     */
    public boolean compressNext() {
        Encodings.load();
        var coded = generation.withNextDocumentCompressed();
        codingProblems = coded.problems();
        coded.value().ifPresent(next -> {
            generation = next;
            publishSnapshot();
        });
        return coded.value().isPresent();
    }

    /** Restores the state that others deleted or changed, and at a full scan the files; returns their problems. */
    public List<Diagnostic> restoreFolder(FileChanges changes, Instant now) {
        store.restore();
        if (!changes.equals(FileChanges.ANYWHERE)) {
            return List.of();
        }
        feedsFolder.checkFiles(published.current());
        return write(now);
    }

    /** Publishes the next generation; returns the problems of the feeds folder and of codings. */
    public List<Diagnostic> publish(
            PublishedState nextState,
            Generation next,
            Optional<ManifestDocument> nextManifest,
            OnDemand nextOnDemand,
            Instant now) {
        save(nextState);
        var isNew = !next.documents().equals(generation.documents())
                || !nextManifest.equals(manifest)
                || !nextOnDemand.equals(onDemand);
        generation = next;
        manifest = nextManifest;
        onDemand = nextOnDemand;
        if (isNew) {
            publishSnapshot();
        }
        var problems = new ArrayList<>(codingProblems);
        problems.addAll(write(now));
        return problems;
    }

    /** Writes the files; the manifest only if all documents are written that it lists. */
    private List<Diagnostic> write(Instant now) {
        var problems = feedsFolder.write(published.current());
        if (problems.isEmpty()
                && manifest.isPresent()
                && (!manifest.equals(writtenManifest) || !feedsFolder.hasWrittenManifest())) {
            problems = feedsFolder.writeManifest(manifest.get(), now);
            writtenManifest = problems.isEmpty() ? manifest : Optional.empty();
        }
        return problems;
    }

    private void save(PublishedState next) {
        if (!next.equals(state)) {
            store.save(next);
            state = next;
        }
    }

    private void publishSnapshot() {
        var source = manifest.map(document -> document.or(onDemand)).orElse(onDemand);
        published.publish(new Snapshot(state.generation(), generation.documents(), source));
    }
}
