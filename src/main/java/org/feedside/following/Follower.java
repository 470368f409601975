package org.feedside.following;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FileChanges;
import org.feedside.base.text.PercentEncoding;
import org.feedside.feeds.FeedPage;
import org.feedside.pipeline.Generation;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.ManifestDocument;
import org.feedside.publishing.state.DocumentState;
import org.feedside.publishing.state.Identity;
import org.feedside.publishing.state.PublishedState;
import org.feedside.publishing.state.StateException;
import org.feedside.refreshing.PublishedGeneration;
import org.feedside.refreshing.RefreshResult;
import org.feedside.refreshing.Updater;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what another Feedside publishes: the same bytes, entity tags and dates. It replaces the whole generation at once,
 * and never by an older one.
 */
public final class Follower implements Updater {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** The publisher may publish again while documents are downloaded. */
    private static final int MAX_TRIES = 3;

    private final FollowedSource followed;
    private final PublishedGeneration served;
    private final Missing missing;
    private final ForwardedDocuments onDemand;
    private final Staging staging;

    /** The tag of the manifest whose documents are all served. */
    private Optional<String> tag = Optional.empty();

    /** The manifest that was refused last; empty after another one was not. */
    private Optional<Refused> refused = Optional.empty();

    private int posts;
    private volatile Optional<URI> baseUrl;
    private Optional<Instant> lastCheck = Optional.empty();

    private Follower(FollowedSource followed, PublishedGeneration served, Optional<String> pages, Staging staging) {
        this.staging = staging;
        this.followed = followed;
        this.served = served;
        this.baseUrl = url(served.state());
        this.missing = new Missing(followed.source(), followed.concurrency());
        this.onDemand = new ForwardedDocuments(followed.source(), pages);
    }

    /**
     * Returns a follower that continues from the last publication in its own feeds folder.
     *
     * @param pages the folder of the pages about feeds
     */
    public static Follower of(
            Disk disk, FollowedSource followed, PublishedGeneration served, Optional<String> pages, Instant now) {
        var root = served.feedsFolder().root();
        var staging = new Staging(disk, root.resolve(".feedside").resolve("next"));
        var follower = new Follower(followed, served, pages, staging);
        follower.adopt(new FolderSource(disk, root), now);
        follower.adopt(staging.source(), now);
        return follower;
    }

    /** Returns the site's base_url; empty before the first publication. Thread-safe. */
    public Optional<URI> baseUrl() {
        return baseUrl;
    }

    private static Optional<URI> url(PublishedState state) {
        return state.identity().map(Identity::baseUrl).map(PercentEncoding::url).map(URI::create);
    }

    /** Serves the last publication from the own files, if they are complete. */
    private void adopt(Source files, Instant now) {
        try {
            var json = files.manifest(Optional.empty()).orElseThrow().manifest();
            var manifest = Manifest.read(json.toArray());
            if (manifest.isPresent() && refusal(manifest.get()).isEmpty()) {
                var missing = new Missing(files, 1);
                publish(
                        manifest.get(),
                        json,
                        missing.download(manifest.get(), served.generation().documents()),
                        now);
            }
        } catch (IOException e) {
            LOG.debug("the last publication is not complete here", e);
        }
    }

    @Override
    public RefreshResult refresh(Instant now, FileChanges changes) {
        try {
            var problems = served.restoreFolder(isCheckDue(now) ? FileChanges.ANYWHERE : FileChanges.NONE, now);
            return follow(problems, now);
        } catch (IOException e) {
            return degraded(Code.SOURCE, "%s: the last publication stays".formatted(e.getMessage()));
        } catch (StateException e) {
            return degraded(Code.STATE, String.valueOf(e.getMessage()));
        }
    }

    /** Comparing all files costs more than a request for the manifest, so it is done less often. */
    private boolean isCheckDue(Instant now) {
        var isDue = lastCheck
                .filter(last -> now.isBefore(last.plus(followed.checkInterval())) && !now.isBefore(last))
                .isEmpty();
        if (isDue) {
            lastCheck = Optional.of(now);
        }
        return isDue;
    }

    /**
     * A manifest that is not served.
     *
     * @param tag saves further downloads of it
     */
    private record Refused(Optional<String> tag, String reason) {}

    private RefreshResult follow(List<Diagnostic> folderProblems, Instant now) throws IOException {
        for (int tries = 1; ; tries++) {
            var known = refused.map(Refused::tag).orElse(tag);
            var found = followed.source().manifest(tries == 1 ? known : Optional.empty());
            if (found.isEmpty() && refused.isPresent()) {
                return heldBack(refused.get());
            } else if (found.isEmpty()) {
                onDemand.renew(served.state(), false, now);
                return current(0, folderProblems);
            }
            var manifest = Manifest.read(found.get().manifest().toArray())
                    .orElseThrow(
                            () -> new IOException("what is at %s is no manifest of Feedside".formatted(Manifest.PATH)));
            var refusal = refusal(manifest);
            refused = refusal.map(reason -> new Refused(found.get().tag(), reason));
            if (refused.isPresent()) {
                return heldBack(refused.get());
            }
            try {
                var downloaded = missing.download(manifest, served.generation().documents());
                var problems = publish(manifest, found.get().manifest(), downloaded, now);
                tag = found.get().tag();
                return current(downloaded.size(), problems);
            } catch (IOException e) {
                if (tries == MAX_TRIES) {
                    throw e;
                }
            }
        }
    }

    private Optional<String> refusal(Manifest manifest) {
        return new Succession(served.state(), manifest.state()).refusal();
    }

    /** Publishes a manifest and its documents: those that were downloaded, and those that are served already. */
    private List<Diagnostic> publish(Manifest manifest, Bytes json, Map<String, Bytes> downloaded, Instant now)
            throws IOException {
        var before = served.generation().documents();
        var documents = manifest.documents().stream()
                .map(listed -> document(
                        listed,
                        Optional.ofNullable(before.get(listed.state().file().path())),
                        downloaded))
                .toList();
        var state = manifest.state();
        Map<String, DocumentState> states = new HashMap<>(state.documents());
        documents.forEach(
                document -> states.computeIfPresent(document.path(), (path, known) -> known.withPast(document.past())));
        posts = manifest.posts().size();
        onDemand.renew(state, true, now);
        baseUrl = url(state);
        var problems = new ArrayList<Diagnostic>();
        if (served.state().identity().isPresent()) {
            // The first publication has no earlier one to return to.
            problems.addAll(staging.write(downloaded, json, now));
        }
        problems.addAll(served.publish(
                new PublishedState(
                        state.identity(), state.publishers(), state.generation(), states, state.posts(), Map.of()),
                Generation.restored(documents, states),
                Optional.of(new ManifestDocument(address(manifest), json)),
                onDemand,
                now));
        if (problems.isEmpty()) {
            staging.clear();
        }
        return problems;
    }

    private static FeedPage address(Manifest manifest) {
        return new FeedPage(Manifest.PATH, manifest.baseUrl().replaceFirst("(?<!/)$", "/") + Manifest.PATH);
    }

    private static Document document(Manifest.Listed listed, Optional<Document> before, Map<String, Bytes> downloaded) {
        var state = listed.state();
        var same = before.filter(document -> document.digest().equals(state.digest()));
        if (same.flatMap(Document::lastModified)
                .filter(state.lastModified()::equals)
                .isPresent()) {
            return same.get().withFeed(listed.feed());
        }
        var bytes = Optional.ofNullable(downloaded.get(state.file().path()))
                .or(() -> same.map(document -> document.identity().bytes()))
                .orElseThrow();
        var document = Document.of(state, bytes).withFeed(listed.feed());
        return before.map(document::after).orElse(document);
    }

    private RefreshResult heldBack(Refused manifest) {
        return degraded(Code.HELD_BACK, "the publication there is not served, because " + manifest.reason());
    }

    private RefreshResult current(int changed, List<Diagnostic> problems) {
        return RefreshResult.current(posts, documents(), changed, problems);
    }

    private RefreshResult degraded(Code code, String message) {
        return RefreshResult.degraded(
                List.of(code.error(followed.name(), message)), documents(), Optional.empty(), Set.of());
    }

    @Override
    public Duration interval() {
        return followed.interval();
    }

    @Override
    public boolean compressNext() {
        return served.compressNext();
    }

    @Override
    public int documents() {
        return served.documents();
    }
}
