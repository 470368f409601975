package org.feedside.refreshing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.FileChanges;
import org.feedside.config.Configuration;
import org.feedside.content.LastGoodText;
import org.feedside.content.SourcePath;
import org.feedside.feeds.FeedPages;
import org.feedside.feeds.Feeds;
import org.feedside.pipeline.Generation;
import org.feedside.pipeline.Generation.GenerationResult;
import org.feedside.pipeline.SiteReading;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.ManifestDocument;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.publishing.state.Identity;
import org.feedside.publishing.state.PublishedState;
import org.feedside.publishing.state.StateStore;

/**
 * Makes and publishes generations. A publication goes to the state first, durably, then to the readers, then to the feeds
 * folder. The next refresh repairs the effects of a crash in between.
 */
final class Publisher {
    private final ServiceOptions options;
    private final StateStore store;
    private final FeedsFolder feedsFolder;
    private final Published published;
    private final CachedOnDemand onDemand;

    private PublishedState state;
    private Generation generation;

    /** The source of the manifest. */
    private OnDemand manifest = OnDemand.NONE;

    /** Why the last document could not be compressed. */
    private List<Diagnostic> codingProblems = List.of();

    Publisher(ServiceOptions options, StateStore store, Published published, LastPublication last) {
        this.options = options;
        this.store = store;
        this.feedsFolder = last.feedsFolder();
        this.published = published;
        this.onDemand = new CachedOnDemand(last.onDemand());
        this.state = last.state();
        this.generation = last.generation();
    }

    PublishedState state() {
        return state;
    }

    /** The files of the last publication. One that the first scan misses may be missing for a moment only. */
    Set<SourcePath> files() {
        return state.goodTexts().keySet().stream().map(SourcePath::new).collect(Collectors.toSet());
    }

    Optional<LastGoodText> goodText(SourcePath path) {
        return Optional.ofNullable(state.goodTexts().get(path.path()));
    }

    int documents() {
        return generation.documents().size();
    }

    /**
     * Adds gzip and brotli to one more published document; returns false if every document already has them or it failed,
     * which the next refresh reports.
     */
    boolean compressNext() {
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
    List<Diagnostic> restoreFolder(FileChanges changes) {
        store.restore();
        if (!changes.equals(FileChanges.ANYWHERE)) {
            return List.of();
        }
        feedsFolder.checkFiles(published.current());
        return feedsFolder.write(published.current());
    }

    /** Makes the next generation. Publishes nothing. */
    GenerationResult next(SiteReading reading, Configuration configuration, Instant now) {
        var before = generationOf(identity(configuration));
        var publications = reading.feeds().publications();
        var found = feedsFolder.find(before.pathsWithoutState(publications));
        return before.next(publications, pages(configuration), found, now, options.progress());
    }

    /** Publishes the next generation of a reading; returns the problems of the feeds folder and of codings. */
    List<Diagnostic> publish(GenerationResult built, SiteReading reading, Configuration configuration) {
        var known = reading.known();
        var next = new PublishedState(
                        Optional.of(identity(configuration)), 0, built.next().states(), known, reading.goodTexts(known))
                .after(state);
        save(next);
        var isNew = !built.next().documents().equals(generation.documents());
        generation = built.next();
        if (onDemand.update(reading, configuration, built.ended(), pages(configuration)) || isNew) {
            manifest = manifest(next, reading.feeds(), pages(configuration));
            publishSnapshot();
        }
        var problems = new ArrayList<>(codingProblems);
        problems.addAll(feedsFolder.write(published.current()));
        return problems;
    }

    /** Returns the source of a publication's manifest; feeds with drafts have none. */
    private OnDemand manifest(PublishedState next, Feeds feeds, FeedPages pages) {
        return options.build().drafts()
                ? OnDemand.NONE
                : new ManifestDocument(
                        pages.at(Manifest.PATH),
                        () -> Manifest.of(
                                next, feeds.all(), options.settings().http().moves()));
    }

    private Identity identity(Configuration configuration) {
        return new Identity(configuration.site().baseUrl(), options.build().drafts());
    }

    private static FeedPages pages(Configuration configuration) {
        return new FeedPages(
                configuration.site(), configuration.service().pages().folder());
    }

    /** Returns the last generation, moved if the site has moved since. */
    private Generation generationOf(Identity identity) {
        return state.identity()
                .filter(previous -> !previous.equals(identity))
                .map(previous -> generation.movedTo(previous.baseUrl(), identity.baseUrl()))
                .orElse(generation);
    }

    private void save(PublishedState next) {
        if (!next.equals(state)) {
            store.save(next);
            state = next;
        }
    }

    private void publishSnapshot() {
        published.publish(new Snapshot(state.generation(), generation.documents(), manifest.or(onDemand.current())));
    }
}
