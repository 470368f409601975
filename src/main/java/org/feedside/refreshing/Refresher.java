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
 * Drives the pipeline, one step at a time: look, read, build, publish. Called by one thread. What is published goes to
 * the state first, durably, then to the readers, then to the feeds folder; a crash between them is mended by the next
 * step.
 */
public final class Refresher {
    private final Disk disk;
    private final SiteFolder folder;
    private final BuildOptions manner;
    private final StateStore store;
    private final FeedsFolder feedsFolder;
    private final Published published;
    private final UnaryOperator<Document> coding;
    private final Progress progress;
    private final BuildCache memory;
    private final MigrationCheck migration;
    private final KnownPostsFile knownPosts = new KnownPostsFile();
    private final ShrinkGuard shrinkGuard = new ShrinkGuard();
    private final AcceptFile acceptance;

    private PublishedState state;
    private Generation generation;
    private long number;
    private OnDemand onDemand;
    private Optional<Made> made = Optional.empty();
    private Optional<Library> library = Optional.empty();
    private boolean acceptsNewIds;

    /** Where something may have changed since the last look that counted. */
    private FileChanges unseen = FileChanges.ANYWHERE;

    private UnaryOperator<ServiceConfig> named = UnaryOperator.identity();

    /**
     * Takes up what was published before: documents whose files are still in place are served at once.
     *
     * @param coding adds the codings that a publication waits for
     */
    public Refresher(
            Disk disk,
            SiteFolder folder,
            BuildOptions manner,
            StateStore store,
            FeedsFolder feedsFolder,
            Published published,
            UnaryOperator<Document> coding,
            Progress progress) {
        this.disk = disk;
        this.folder = folder;
        this.manner = manner;
        this.store = store;
        this.feedsFolder = feedsFolder;
        this.published = published;
        this.coding = coding;
        this.progress = progress;
        this.memory = BuildCache.empty(progress);
        this.migration = new MigrationCheck(folder, feedsFolder);
        this.acceptance = new AcceptFile(disk, feedsFolder.file(""));
        this.state = store.load();
        this.onDemand = notYet(state, pagesFolder());
        if (!state.documents().isEmpty()) {
            published.publish(new Snapshot(
                    number, Map.of(), eachByItself(state, feedsFolder).or(onDemand)));
        }
        var found = feedsFolder.agreeing(state);
        this.generation = Generation.found(found, state.documents());
        if (found.isEmpty()) {
            published.publish(Snapshot.EMPTY);
        } else {
            show();
        }
    }

    private Optional<String> pagesFolder() {
        return folder.readService(disk)
                .value()
                .orElse(ServiceConfig.DEFAULT)
                .pages()
                .folder();
    }

    /** Looks at everything, and publishes what has changed since the last time. */
    public RefreshResult refresh(Instant now) {
        return refresh(now, FileChanges.ANYWHERE);
    }

    /** Looks where something may have changed since the last time, and publishes what did. */
    public RefreshResult refresh(Instant now, FileChanges changes) {
        var places = unseen.and(changes);
        // What happens until this ends well is not seen.
        unseen = FileChanges.ANYWHERE;
        var configuration = folder.read(disk, knownPosts);
        if (configuration.value().isEmpty()) {
            shrinkGuard.interrupt();
            return degraded(configuration.problems());
        }
        try {
            var outcome = refresh(named(configuration.value().get()), places, now);
            if (outcome.kind() != RefreshResult.Kind.DEGRADED) {
                unseen = FileChanges.NONE;
            }
            return outcome;
        } catch (IOException e) {
            shrinkGuard.interrupt();
            return degraded(List.of(Diagnostic.error(
                    Place.startOf(configuration.value().get().content().toString()),
                    "the posts cannot be listed (%s): what was published stays".formatted(e))));
        } catch (StateException e) {
            return degraded(List.of(Diagnostic.error(Place.startOf("state"), String.valueOf(e.getMessage()))));
        }
    }

    /** Something may have happened of which nobody was told. */
    public void lookEverywhereNext() {
        unseen = FileChanges.ANYWHERE;
    }

    /**
     * Adds the codings that a publication does not wait for to one of the documents that are published; false if none is
     * without them. An author who saves meanwhile waits for this one.
     */
    public boolean codeOneMore() {
        var coded = generation.withOneMoreCoded();
        coded.ifPresent(next -> {
            generation = next;
            published.publish(new Snapshot(number, generation.documents(), onDemand));
        });
        return coded.isPresent();
    }

    private RefreshResult degraded(List<Diagnostic> problems) {
        var folders = library.map(Library::folders).orElse(Set.of());
        return RefreshResult.degraded(problems, generation.documents().size(), withConfig(folders));
    }

    /** Lets the next publication give posts other ids than those by which readers know them. */
    public void acceptNewIds() {
        acceptsNewIds = true;
    }

    /** Lets feeds name this hub, whatever the file says: who subscribes at one that is not told hears of nothing. */
    public void nameHub(Optional<URI> hub) {
        named = service -> service.withHub(hub);
    }

    private Configuration named(Configuration read) {
        return new Configuration(read.site(), named.apply(read.service()), read.content(), read.known());
    }

    /** Why the site may not be published to this folder, if it may not; nothing is published. */
    public Optional<Diagnostic> refusal(Configuration configuration, Instant now) {
        try {
            var site = SiteReading.site(
                    look(configuration, FileChanges.ANYWHERE, now), configuration, manner, memory.sites(), now);
            return refusal(configuration, site);
        } catch (IOException e) {
            // No reason to refuse for ever: the first refresh says what it is.
            return Optional.empty();
        }
    }

    private Optional<Diagnostic> refusal(Configuration configuration, Site site) {
        return MigrationCheck.refusalOfDrafts(state, configuration, manner.drafts())
                .or(() -> migration.refusal(state, configuration, site, acceptsNewIds));
    }

    private Library look(Configuration configuration, FileChanges changes, Instant now) throws IOException {
        var content = new ContentFolder(disk, configuration);
        var current =
                library.orElseGet(() -> Library.unread(content, this::goodText)).rescan(content, changes, now);
        library = Optional.of(current);
        return current;
    }

    private Optional<LastGoodText> goodText(SourcePath path) {
        return Optional.ofNullable(state.goodTexts().get(path.path()));
    }

    /** What documents on demand are made from. */
    private record Made(Site site, ServiceConfig service, EnclosureLengths enclosures, List<Feed> ended) {}

    private RefreshResult refresh(Configuration configuration, FileChanges changes, Instant now) throws IOException {
        var before = library;
        var current = look(configuration, changes, now);
        var reading = SiteReading.of(current, disk, folder.folder(), configuration, manner, memory, now);
        var refusal = refusal(configuration, reading.site());
        if (refusal.isPresent()) {
            return degraded(List.of(refusal.get()));
        }
        Supplier<FolderListing> look = () -> new FolderListing(current.stamps());
        var patience = configuration.service().shrinkAfter();
        var held = shrinkGuard.judge(state, reading.site().posts(), look, patience, acceptance.word(), now);
        if (held.isPresent()) {
            // What is gone for a while is still known when it comes back broken.
            library = before;
            return held(held.get(), configuration, patience);
        }
        var identity = new Identity(configuration.site().baseUrl(), manner.drafts());
        var last = state.identity()
                .filter(had -> !had.equals(identity))
                .map(had -> generation.movedTo(had.baseUrl(), identity.baseUrl()))
                .orElse(generation);
        var pages = new FeedPages(
                configuration.site(), configuration.service().pages().folder());
        var step = last.next(reading.feeds().publications(), pages, feedsFolder, coding, now, progress);

        var folders = withConfig(current.folders());
        folders.addAll(reading.enclosures().folders());
        var problems = new ArrayList<Diagnostic>(reading.problems());
        problems.addAll(step.problems());
        var known = reading.known();
        var postponed = step.waitUntil().isPresent();
        if (!postponed) {
            publish(
                    step,
                    new Made(reading.site(), configuration.service(), reading.enclosures(), step.ended()),
                    () -> onDemand(reading, configuration.service(), step.ended(), pages),
                    new PublishedState(Optional.of(identity), step.next().states(), known, reading.goodTexts(known)));
            problems.addAll(feedsFolder.write(published.current()));
            acceptance.forget();
        }
        return new RefreshResult(
                postponed ? RefreshResult.Kind.POSTPONED : RefreshResult.Kind.CURRENT,
                reading.posts(),
                generation.documents().size(),
                step.changed(),
                problems.stream().sorted().distinct().toList(),
                reading.site().scheduled(),
                step.waitUntil().or(reading.site()::nextChange),
                folders);
    }

    /** A feed of the site may stand where a page would. */
    private static OnDemand onDemand(SiteReading reading, ServiceConfig service, List<Feed> ended, FeedPages places) {
        var feeds = new DocumentsOnDemand(reading.feeds().onDemand());
        var pages = Pages.of(reading.site(), service.http().moves(), reading.feeds(), ended, places);
        return new BoundedOnDemand(feeds.or(pages));
    }

    private RefreshResult held(ShrinkGuard.Held held, Configuration configuration, Duration patience) {
        var problem = Diagnostic.error(
                Place.startOf(configuration.content().toString()),
                "%d of %d posts would go at once: what was published stays. If they are meant to go, call `feedside accept %s`; a running service takes it by itself once the folder has stayed the same for %s"
                        .formatted(held.going(), held.known(), folder.folder(), inWords(patience)));
        var outcome = degraded(List.of(problem)).again(held.until(patience));
        return outcome.watching(acceptance.folder());
    }

    private static String inWords(Duration time) {
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    private void publish(Generation.Step step, Made from, Supplier<OnDemand> others, PublishedState next) {
        if (!next.equals(state)) {
            save(next);
        }
        acceptsNewIds = false;
        var isNew = !step.next().documents().equals(generation.documents());
        generation = step.next();
        var isNewSite = !made.equals(Optional.of(from));
        if (isNewSite) {
            made = Optional.of(from);
            onDemand = others.get();
        }
        if (isNew || isNewSite) {
            show();
        }
    }

    private void save(PublishedState next) {
        store.save(next);
        state = next;
    }

    private void show() {
        number++;
        published.publish(new Snapshot(number, generation.documents(), onDemand));
    }

    /** Before all files are compared with the state, each that somebody asks for is compared by itself. */
    private static OnDemand eachByItself(PublishedState state, FeedsFolder feedsFolder) {
        var known = new HashMap<String, DocumentState>();
        state.documents().forEach((path, document) -> known.put(FeedFile.composed(path), document));
        return path -> Optional.ofNullable(known.get(path))
                .flatMap(feedsFolder::find)
                .<Lookup>map(Lookup.Here::new)
                .orElseGet(Lookup.Nowhere::new);
    }

    /**
     * Before the posts are read, nobody can say whether there is a combination, an archive or a page; and a document whose
     * file was lost in a crash comes back.
     */
    private static OnDemand notYet(PublishedState state, Optional<String> pages) {
        var names =
                state.documents().keySet().stream().map(Refresher::fileName).collect(Collectors.toUnmodifiableSet());
        return path -> names.contains(fileName(path))
                        || pages.filter(folder -> (path + "/").startsWith(folder + "/"))
                                .isPresent()
                ? new Lookup.Later()
                : new Lookup.Nowhere();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Set<Path> withConfig(Set<Path> folders) {
        var all = new TreeSet<>(folders);
        all.add(folder.folder());
        folder.configFile().map(Path::toAbsolutePath).map(Path::getParent).ifPresent(all::add);
        all.addAll(disk.foldersOfLinks(all));
        return all;
    }
}
