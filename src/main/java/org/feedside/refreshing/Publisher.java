package org.feedside.refreshing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.config.Configuration;
import org.feedside.content.LastGoodText;
import org.feedside.content.SourcePath;
import org.feedside.feeds.FeedPages;
import org.feedside.feeds.Feeds;
import org.feedside.pipeline.Generation;
import org.feedside.pipeline.Generation.GenerationResult;
import org.feedside.pipeline.SiteReading;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.ManifestDocument;
import org.feedside.publishing.state.Identity;
import org.feedside.publishing.state.PublishedState;

/** Makes and publishes generations of the site's feeds. */
final class Publisher {
    private final ServiceOptions options;
    private final PublishedGeneration current;
    private final Optional<Instant> name;
    private final CachedOnDemand onDemand;
    private Optional<ManifestDocument> manifest = Optional.empty();

    /** @param name the name of this publisher, used if the site has none yet; empty for a build */
    Publisher(ServiceOptions options, PublishedGeneration current, Optional<Instant> name) {
        this.options = options;
        this.current = current;
        this.name = name;
        this.onDemand = new CachedOnDemand(current.onDemand());
    }

    PublishedState state() {
        return current.state();
    }

    /** The files of the last publication. One that the first scan misses may be missing for a moment only. */
    Set<SourcePath> files() {
        return state().goodTexts().keySet().stream().map(SourcePath::new).collect(Collectors.toSet());
    }

    Optional<LastGoodText> goodText(SourcePath path) {
        return Optional.ofNullable(state().goodTexts().get(path.path()));
    }

    /** Makes the next generation. Publishes nothing. */
    GenerationResult next(SiteReading reading, Configuration configuration, Instant now) {
        var before = generationOf(identity(configuration));
        var publications = reading.feeds().publications();
        var found = current.feedsFolder().find(before.pathsWithoutState(publications));
        return before.next(
                publications, pages(configuration), found, state().identity().isEmpty(), now, options.progress());
    }

    /** Publishes the next generation of a reading; returns the problems of the feeds folder and of codings. */
    List<Diagnostic> publish(GenerationResult built, SiteReading reading, Configuration configuration, Instant now) {
        var known = reading.known();
        var next = new PublishedState(
                        Optional.of(identity(configuration)),
                        state().publishers().isEmpty() ? name.stream().toList() : state().publishers(),
                        0,
                        built.next().states(),
                        known,
                        reading.goodTexts(known))
                .after(state());
        var documents = built.next().documents();
        var isNew = !documents.equals(current.generation().documents());
        if (onDemand.update(reading, configuration, built.ended(), pages(configuration)) || isNew) {
            manifest = manifest(next, documents, reading.feeds(), pages(configuration));
        }
        return current.publish(next, built.next(), manifest, onDemand.current(), now);
    }

    /** Returns a publication's manifest; feeds with drafts have none. */
    private Optional<ManifestDocument> manifest(
            PublishedState next, Map<String, Document> documents, Feeds feeds, FeedPages pages) {
        var moves = options.settings().http().moves();
        var made = new ManifestDocument(
                pages.at(Manifest.PATH),
                () -> Bytes.utf8(
                        Manifest.of(next, documents, feeds.all(), moves).json()));
        return Optional.of(made).filter(document -> !options.build().drafts());
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
        return state().identity()
                .filter(previous -> !previous.equals(identity))
                .map(previous -> current.generation().movedTo(previous.baseUrl(), identity.baseUrl()))
                .orElse(current.generation());
    }
}
