package org.feedside.refreshing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.FileChanges;
import org.feedside.base.disk.LastFound;
import org.feedside.config.Configuration;
import org.feedside.config.ConfigurationFiles;
import org.feedside.content.ContentFolder;
import org.feedside.content.Library;
import org.feedside.pipeline.BuildCache;
import org.feedside.pipeline.BuiltSite;
import org.feedside.pipeline.FolderListing;
import org.feedside.pipeline.SiteInput;
import org.feedside.pipeline.SiteReading;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Published;
import org.feedside.publishing.state.StateException;
import org.feedside.publishing.state.StateStore;
import org.feedside.refreshing.guards.AcceptFile;
import org.feedside.refreshing.guards.MigrationCheck;
import org.feedside.refreshing.guards.ShrinkGuard;
import org.feedside.refreshing.watch.WatchedFolders;
import org.feedside.site.Site;

/** Runs the pipeline: scan, read, build, publish. Used by one thread. */
public final class Refresher implements Updater {
    private final ServiceOptions options;
    private final PublishedGeneration served;
    private final Publisher publisher;
    private final DeathRecord deaths;
    private final BuildCache cache;
    private final MigrationCheck migration;
    private final LastFound<String> settingsFound;
    private final ConfigurationFiles settingsFiles;
    private final ShrinkGuard shrinkGuard = new ShrinkGuard();
    private final AcceptFile acceptFile;
    private final WatchedFolders watchedFolders;
    private final SecondScan secondScan;
    private final SecondScan secondRead;

    private Optional<Library> library = Optional.empty();
    private Set<Path> enclosureFolders = Set.of();
    private boolean acceptsNewIds;

    /** The problems of the feeds folder before the last publication. */
    private List<Diagnostic> folderProblems = List.of();

    /** The changes since the last successful scan. */
    private FileChanges pendingChanges = FileChanges.ANYWHERE;

    private Refresher(
            ServiceOptions options, PublishedGeneration served, Publisher publisher, BooleanSupplier isServed) {
        this.options = options;
        this.served = served;
        this.publisher = publisher;
        var settle = options.settings().settle();
        this.settingsFound = new LastFound<>(options.clock(), settle);
        this.settingsFiles = new ConfigurationFiles(options.disk(), settingsFound);
        this.deaths = new DeathRecord(options.disk(), options.feeds(), options.watch());
        this.cache = BuildCache.empty(
                options.progress(), deaths, new LastFound<>(options.clock(), settle), !settle.isZero());
        this.migration = new MigrationCheck(options.site(), served.feedsFolder(), isServed);
        this.acceptFile = new AcceptFile(options.disk(), options.feeds());
        this.watchedFolders = new WatchedFolders(options.disk(), options.site());
        this.secondScan = new SecondScan(options.settings());
        this.secondRead = new SecondScan(options.settings());
        this.acceptsNewIds = options.acceptsNewIds();
    }

    /**
     * Publishes what was published last, and returns a refresher that continues from there.
     *
     * @param name the name of this publisher, used if the site has none yet; empty for a build
     */
    public static Refresher restored(
            ServiceOptions options, StateStore store, Published published, Optional<Instant> name) {
        var served = PublishedGeneration.restored(
                new FeedsFolder(options.disk(), options.feeds()),
                options.settings().pages().folder(),
                store,
                published);
        return new Refresher(options, served, new Publisher(options, served, name), published::isServed);
    }

    /** Scans everything and publishes the changes since the last refresh. */
    public RefreshResult refresh(Instant now) {
        return refresh(now, FileChanges.ANYWHERE);
    }

    @Override
    public RefreshResult refresh(Instant now, FileChanges changes) {
        var places = pendingChanges.and(changes);
        // If this refresh fails, the next one must scan everything.
        pendingChanges = FileChanges.ANYWHERE;
        var configuration = options.site().read(settingsFiles);
        try {
            folderProblems = served.restoreFolder(places, now);
            var until = secondRead.awaited(settingsFound.missingSince(), now);
            if (until.isPresent()) {
                return postponed(until.get());
            }
            if (configuration.value().isEmpty()) {
                shrinkGuard.reset();
                return degraded(configuration.problems());
            }
            var result = refresh(
                    configuration.value().get().withHub(options.settings().hub()), places, now);
            if (result.kind() != RefreshResult.Kind.DEGRADED) {
                pendingChanges = FileChanges.NONE;
            }
            return result;
        } catch (IOException e) {
            shrinkGuard.reset();
            return degraded(List.of(Code.UNREADABLE.error(
                    configuration.value().get().content(),
                    "the posts cannot be listed (%s), so the published feeds stay unchanged: check the folder and its permissions"
                            .formatted(FailureReason.withFile(e)))));
        } catch (StateException e) {
            return degraded(List.of(Code.STATE.error("state", String.valueOf(e.getMessage()))));
        }
    }

    @Override
    public void close() {
        deaths.close();
    }

    @Override
    public Duration interval() {
        return options.settings().lookEvery();
    }

    @Override
    public void scanEverythingNext() {
        pendingChanges = FileChanges.ANYWHERE;
    }

    @Override
    public boolean compressNext() {
        return served.compressNext();
    }

    @Override
    public int documents() {
        return served.documents();
    }

    private RefreshResult degraded(List<Diagnostic> problems) {
        return degraded(problems, Optional.empty(), Set.of());
    }

    private RefreshResult degraded(List<Diagnostic> problems, Optional<Instant> nextRefresh, Set<Path> moreFolders) {
        var folders = folders();
        folders.addAll(moreFolders);
        var all = new ArrayList<>(folderProblems);
        all.addAll(problems);
        return RefreshResult.degraded(all, documents(), nextRefresh, folders);
    }

    /** Returns the reason why the site must not be published to this folder; empty if it may be. Publishes nothing. */
    public Optional<Diagnostic> refusal(Configuration configuration, Instant now) {
        try {
            var site = SiteReading.site(input(scan(configuration, FileChanges.ANYWHERE), configuration, now));
            return refusal(configuration, site);
        } catch (IOException e) {
            // An unreadable folder is no reason to refuse: the first refresh reports the error.
            return Optional.empty();
        }
    }

    private Optional<Diagnostic> refusal(Configuration configuration, Site site) {
        return migration.refusal(
                publisher.state(), configuration, site, options.build().drafts(), acceptsNewIds);
    }

    private Library scan(Configuration configuration, FileChanges changes) throws IOException {
        var content = new ContentFolder(options.disk(), configuration);
        var current = library.orElseGet(() -> Library.unread(content, publisher.files(), publisher::goodText))
                .rescan(content, changes, options.clock(), options.settings().settle());
        library = Optional.of(current);
        return current;
    }

    private SiteInput input(Library current, Configuration configuration, Instant now) {
        return new SiteInput(
                current,
                options.disk(),
                options.site().folder(),
                configuration,
                options.build(),
                cache,
                publisher.state(),
                now);
    }

    private Set<Path> folders() {
        var posts = library.map(Library::folders).orElse(Set.of());
        var all = new HashSet<>(posts);
        all.addAll(cache.built().watched());
        var folders = watchedFolders.with(all);
        folders.addAll(enclosureFolders);
        return folders;
    }

    private RefreshResult refresh(Configuration configuration, FileChanges changes, Instant now) throws IOException {
        var current = scan(configuration, changes);
        var problem = BuiltSite.problem(options.site(), configuration);
        if (problem.isPresent()) {
            return degraded(List.of(problem.get()));
        }
        if (configuration.service().built().isPresent()) {
            cache.edits().scanned(current, publisher.state());
        }
        var unquiet = cache.built().unquietUntil(options.disk(), options.site().folder(), configuration, now);
        var until = secondScan.awaited(current.missingSince(), now).or(() -> unquiet);
        return until.isPresent() ? postponed(until.get()) : publish(current, configuration, now);
    }

    private RefreshResult postponed(Instant until) {
        return RefreshResult.postponed(documents(), until, folders());
    }

    private RefreshResult publish(Library current, Configuration configuration, Instant now) throws IOException {
        library = Optional.of(current);
        var reading = SiteReading.of(input(current, configuration, now));
        if (!reading.refused().isEmpty()) {
            return publish(current.without(reading.refused()), configuration, now);
        }
        if (reading.built().postponed().isPresent()) {
            return postponed(reading.built().postponed().get());
        }
        var refusal = refusal(configuration, reading.site());
        if (refusal.isPresent()) {
            return degraded(List.of(refusal.get()));
        }
        Supplier<FolderListing> listing = () -> new FolderListing(current.stamps());
        var delay = configuration.service().shrinkAfter();
        var held = options.acceptsShrink()
                ? Optional.<ShrinkGuard.Held>empty()
                : shrinkGuard.check(
                        publisher.state(), reading.site().posts(), listing, delay, acceptFile.digest(), now);
        if (held.isPresent()) {
            var problem =
                    held.get().problem(configuration.content(), options.site().folder(), delay);
            return degraded(List.of(problem), Optional.of(held.get().until(delay)), Set.of(acceptFile.folder()));
        }
        var built = publisher.next(reading, configuration, now);
        var refused = reading.refused(built.refused());
        if (!refused.isEmpty()) {
            return publish(current.without(refused), configuration, now);
        }
        enclosureFolders = reading.enclosures().folders();
        var problems = new ArrayList<Diagnostic>(reading.problems());
        problems.addAll(built.problems());
        if (!cache.built().isUnchanged(options.disk(), configuration)) {
            // The pages were written while they were read.
            return postponed(now);
        }
        var postponed = built.waitUntil().isPresent();
        if (!postponed) {
            problems.addAll(publisher.publish(built, reading, configuration, now));
            cache.published(publisher.state());
            settingsFound.forgetOthers();
            cache.sizes().forgetOthers();
            acceptsNewIds = false;
            acceptFile.delete();
        }
        return new RefreshResult(
                postponed ? RefreshResult.Kind.POSTPONED : RefreshResult.Kind.CURRENT,
                reading.posts(),
                documents(),
                built.changed(),
                problems.stream().sorted().distinct().toList(),
                ReadersView.of(reading, configuration.content(), options.feeds(), problems),
                reading.site().scheduled(),
                Stream.of(
                                built.waitUntil().or(reading.site()::nextChange),
                                reading.built().until(),
                                secondScan.time(current.missingSince(), now),
                                secondScan.time(cache.sizes().missingSince(), now))
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo),
                folders());
    }
}
