package org.feedside.refreshing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FileChanges;
import org.feedside.config.Configuration;
import org.feedside.config.KnownPostsFile;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteFolder;
import org.feedside.content.ContentFolder;
import org.feedside.content.EnclosureLengths;
import org.feedside.content.LastGoodText;
import org.feedside.content.Library;
import org.feedside.content.SourcePath;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPages;
import org.feedside.pages.Pages;
import org.feedside.pipeline.BuildCache;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.DocumentsOnDemand;
import org.feedside.pipeline.FolderListing;
import org.feedside.pipeline.Generation;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.SiteReading;
import org.feedside.publishing.BoundedOnDemand;
import org.feedside.publishing.Document;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Lookup;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.publishing.state.DocumentState;
import org.feedside.publishing.state.Identity;
import org.feedside.publishing.state.PublishedState;
import org.feedside.publishing.state.StateException;
import org.feedside.publishing.state.StateStore;
import org.feedside.refreshing.guards.AcceptFile;
import org.feedside.refreshing.guards.MigrationCheck;
import org.feedside.refreshing.guards.ShrinkGuard;
import org.feedside.site.Site;

/**
 * Runs the pipeline: scan, read, build, publish. Used by one thread. A publication goes to the state first, durably,
 * then to the readers, then to the feeds folder. The next refresh repairs the effects of a crash in between.
 */
public final class Refresher {
    private final Disk disk;
    private final SiteFolder folder;
    private final BuildOptions options;
    private final StateStore store;
    private final FeedsFolder feedsFolder;
    private final Published published;
    private final UnaryOperator<Document> coding;
    private final Progress progress;
    private final BuildCache cache;
    private final MigrationCheck migration;
    private final KnownPostsFile knownPosts = new KnownPostsFile();
    private final ShrinkGuard shrinkGuard = new ShrinkGuard();
    private final AcceptFile acceptFile;

    private PublishedState state;
    private Generation generation;
    private long number;
    private OnDemand onDemand;
    private Optional<OnDemandInputs> onDemandInputs = Optional.empty();
    private Optional<Library> library = Optional.empty();
    private boolean acceptsNewIds;

    /** The changes since the last successful scan. */
    private FileChanges pendingChanges = FileChanges.ANYWHERE;

    private UnaryOperator<ServiceConfig> hubOverride = UnaryOperator.identity();

    /**
     * Restores the last publication: documents whose files are intact are served at once.
     *
     * @param coding adds the content codings that a publication waits for
     */
    public Refresher(
            Disk disk,
            SiteFolder folder,
            BuildOptions options,
            StateStore store,
            FeedsFolder feedsFolder,
            Published published,
            UnaryOperator<Document> coding,
            Progress progress) {
        this.disk = disk;
        this.folder = folder;
        this.options = options;
        this.store = store;
        this.feedsFolder = feedsFolder;
        this.published = published;
        this.coding = coding;
        this.progress = progress;
        this.cache = BuildCache.empty(progress);
        this.migration = new MigrationCheck(folder, feedsFolder);
        this.acceptFile = new AcceptFile(disk, feedsFolder.file(""));
        this.state = store.load();
        this.onDemand = unavailableUntilRead(state, pagesFolder());
        if (!state.documents().isEmpty()) {
            published.publish(new Snapshot(
                    number, Map.of(), checkedOneByOne(state, feedsFolder).or(onDemand)));
        }
        var found = feedsFolder.intact(state);
        this.generation = Generation.restored(found, state.documents());
        if (found.isEmpty()) {
            published.publish(Snapshot.EMPTY);
        } else {
            publishSnapshot();
        }
    }

    private Optional<String> pagesFolder() {
        return folder.readService(disk)
                .value()
                .orElse(ServiceConfig.DEFAULT)
                .pages()
                .folder();
    }

    /** Scans everything and publishes the changes since the last refresh. */
    public RefreshResult refresh(Instant now) {
        return refresh(now, FileChanges.ANYWHERE);
    }

    /** Scans the places that may have changed since the last refresh, and publishes the changes. */
    public RefreshResult refresh(Instant now, FileChanges changes) {
        var places = pendingChanges.and(changes);
        // If this refresh fails, the next one must scan everything.
        pendingChanges = FileChanges.ANYWHERE;
        var configuration = folder.read(disk, knownPosts);
        if (configuration.value().isEmpty()) {
            shrinkGuard.reset();
            return degraded(configuration.problems());
        }
        try {
            var result = refresh(withHub(configuration.value().get()), places, now);
            if (result.kind() != RefreshResult.Kind.DEGRADED) {
                pendingChanges = FileChanges.NONE;
            }
            return result;
        } catch (IOException e) {
            shrinkGuard.reset();
            return degraded(List.of(Diagnostic.error(
                    Place.startOf(configuration.value().get().content().toString()),
                    "the posts cannot be listed (%s), so the published feeds stay unchanged: check the folder and its permissions"
                            .formatted(e))));
        } catch (StateException e) {
            return degraded(List.of(Diagnostic.error(Place.startOf("state"), String.valueOf(e.getMessage()))));
        }
    }

    /** Makes the next refresh scan everything: an event may have been missed. */
    public void scanEverythingNext() {
        pendingChanges = FileChanges.ANYWHERE;
    }

    /**
     * Adds the content codings that a publication does not wait for to one published document; returns false if every
     * document already has them. It handles only one document per call, because an author's next change has to wait for
     * it.
     */
    public boolean compressNext() {
        var coded = generation.withNextDocumentCompressed();
        coded.ifPresent(next -> {
            generation = next;
            published.publish(new Snapshot(number, generation.documents(), onDemand));
        });
        return coded.isPresent();
    }

    private RefreshResult degraded(List<Diagnostic> problems) {
        var folders = library.map(Library::folders).orElse(Set.of());
        return RefreshResult.degraded(problems, generation.documents().size(), foldersToWatch(folders));
    }

    /** Allows the next publication to give published posts other ids. */
    public void acceptNewIds() {
        acceptsNewIds = true;
    }

    /**
     * Makes feeds announce this hub instead of the configured one: subscribers of a hub that is never pinged would get
     * no updates.
     */
    public void overrideHub(Optional<URI> hub) {
        hubOverride = service -> service.withHub(hub);
    }

    private Configuration withHub(Configuration read) {
        return new Configuration(read.site(), hubOverride.apply(read.service()), read.content(), read.known());
    }

    /** Returns the reason why the site must not be published to this folder; empty if it may be. Publishes nothing. */
    public Optional<Diagnostic> refusal(Configuration configuration, Instant now) {
        try {
            var site = SiteReading.site(
                    scan(configuration, FileChanges.ANYWHERE, now), configuration, options, cache.sites(), now);
            return refusal(configuration, site);
        } catch (IOException e) {
            // An unreadable folder is no reason to refuse: the first refresh reports the error.
            return Optional.empty();
        }
    }

    private Optional<Diagnostic> refusal(Configuration configuration, Site site) {
        return MigrationCheck.refusalOfDrafts(state, configuration, options.drafts())
                .or(() -> migration.refusal(state, configuration, site, acceptsNewIds));
    }

    private Library scan(Configuration configuration, FileChanges changes, Instant now) throws IOException {
        var content = new ContentFolder(disk, configuration);
        var current =
                library.orElseGet(() -> Library.unread(content, this::goodText)).rescan(content, changes, now);
        library = Optional.of(current);
        return current;
    }

    private Optional<LastGoodText> goodText(SourcePath path) {
        return Optional.ofNullable(state.goodTexts().get(path.path()));
    }

    /** The inputs from which on-demand documents are made. */
    private record OnDemandInputs(Site site, ServiceConfig service, EnclosureLengths enclosures, List<Feed> ended) {}

    private RefreshResult refresh(Configuration configuration, FileChanges changes, Instant now) throws IOException {
        var before = library;
        var current = scan(configuration, changes, now);
        var reading = SiteReading.of(current, disk, folder.folder(), configuration, options, cache, now);
        var refusal = refusal(configuration, reading.site());
        if (refusal.isPresent()) {
            return degraded(List.of(refusal.get()));
        }
        Supplier<FolderListing> listing = () -> new FolderListing(current.stamps());
        var delay = configuration.service().shrinkAfter();
        var held = shrinkGuard.check(state, reading.site().posts(), listing, delay, acceptFile.digest(), now);
        if (held.isPresent()) {
            // Keeps the last valid texts of the missing posts, in case the posts reappear with errors.
            library = before;
            return held(held.get(), configuration, delay);
        }
        var identity = new Identity(configuration.site().baseUrl(), options.drafts());
        var previousGeneration = state.identity()
                .filter(previous -> !previous.equals(identity))
                .map(previous -> generation.movedTo(previous.baseUrl(), identity.baseUrl()))
                .orElse(generation);
        var pages = new FeedPages(
                configuration.site(), configuration.service().pages().folder());
        var publications = reading.feeds().publications();
        var found = feedsFolder.find(previousGeneration.pathsWithoutState(publications));
        var built = previousGeneration.next(publications, pages, found, coding, now, progress);

        var folders = foldersToWatch(current.folders());
        folders.addAll(reading.enclosures().folders());
        var problems = new ArrayList<Diagnostic>(reading.problems());
        problems.addAll(built.problems());
        var known = reading.known();
        var postponed = built.waitUntil().isPresent();
        if (!postponed) {
            publish(
                    built,
                    new OnDemandInputs(reading.site(), configuration.service(), reading.enclosures(), built.ended()),
                    () -> onDemand(reading, configuration.service(), built.ended(), pages),
                    new PublishedState(Optional.of(identity), built.next().states(), known, reading.goodTexts(known)));
            problems.addAll(feedsFolder.write(published.current()));
            acceptFile.delete();
        }
        return new RefreshResult(
                postponed ? RefreshResult.Kind.POSTPONED : RefreshResult.Kind.CURRENT,
                reading.posts(),
                generation.documents().size(),
                built.changed(),
                problems.stream().sorted().distinct().toList(),
                reading.site().scheduled(),
                built.waitUntil().or(reading.site()::nextChange),
                folders);
    }

    /** Feeds are looked up before pages, because a feed of the site may have the path of a page. */
    private static OnDemand onDemand(
            SiteReading reading, ServiceConfig service, List<Feed> ended, FeedPages feedPages) {
        var feeds = new DocumentsOnDemand(reading.feeds().onDemand());
        var pages = Pages.of(reading.site(), service.http().moves(), reading.feeds(), ended, feedPages);
        return new BoundedOnDemand(feeds.or(pages));
    }

    private RefreshResult held(ShrinkGuard.Held held, Configuration configuration, Duration delay) {
        var problem = Diagnostic.error(
                Place.startOf(configuration.content().toString()),
                "%d of %d posts would disappear at once, so the published feeds stay unchanged: run `feedside accept %s` if the removal is intended. A running service accepts the change by itself once the folder has not changed for %s"
                        .formatted(held.removed(), held.known(), folder.folder(), text(delay)));
        var result = degraded(List.of(problem)).withNextRefresh(held.until(delay));
        return result.withFolder(acceptFile.folder());
    }

    private static String text(Duration time) {
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    private void publish(
            Generation.GenerationResult built,
            OnDemandInputs from,
            Supplier<OnDemand> onDemandSource,
            PublishedState nextState) {
        if (!nextState.equals(state)) {
            save(nextState);
        }
        acceptsNewIds = false;
        var isNew = !built.next().documents().equals(generation.documents());
        generation = built.next();
        var isNewSite = !onDemandInputs.equals(Optional.of(from));
        if (isNewSite) {
            onDemandInputs = Optional.of(from);
            onDemand = onDemandSource.get();
        }
        if (isNew || isNewSite) {
            publishSnapshot();
        }
    }

    private void save(PublishedState next) {
        store.save(next);
        state = next;
    }

    private void publishSnapshot() {
        number++;
        published.publish(new Snapshot(number, generation.documents(), onDemand));
    }

    /** Compares each requested file with the state until all files have been compared. */
    private static OnDemand checkedOneByOne(PublishedState state, FeedsFolder feedsFolder) {
        var known = new HashMap<String, DocumentState>();
        state.documents().forEach((path, document) -> known.put(FeedFile.composed(path), document));
        return path -> Optional.ofNullable(known.get(path))
                .flatMap(feedsFolder::findIntact)
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(Lookup.NotFound::new);
    }

    /**
     * Answers 503 before the posts are read for paths that may be a combination, an archive, a page, or a document
     * whose file was lost in a crash.
     */
    private static OnDemand unavailableUntilRead(PublishedState state, Optional<String> pages) {
        var names =
                state.documents().keySet().stream().map(Refresher::fileName).collect(Collectors.toUnmodifiableSet());
        return path -> names.contains(fileName(path))
                        || pages.filter(folder -> (path + "/").startsWith(folder + "/"))
                                .isPresent()
                ? new Lookup.Unavailable()
                : new Lookup.NotFound();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Set<Path> foldersToWatch(Set<Path> folders) {
        var all = new TreeSet<>(folders);
        all.add(folder.folder());
        folder.configFile().map(Path::toAbsolutePath).map(Path::getParent).ifPresent(all::add);
        all.addAll(disk.foldersOfLinks(all));
        return all;
    }
}
