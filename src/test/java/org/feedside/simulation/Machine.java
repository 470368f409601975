package org.feedside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.feedside.base.disk.FileChanges;
import org.feedside.config.ServiceConfig;
import org.feedside.feeds.Lookup;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.http.FeedService;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.publishing.state.FaultyStateStore;
import org.feedside.publishing.state.PublishedState;
import org.feedside.refreshing.RefreshResult;
import org.feedside.refreshing.Updater;
import org.feedside.simulation.Publications.Version;
import org.feedside.testing.SimulatedClock;

/** A machine that publishes or follows: its disk, its state and its program, which can be killed and started again. */
final class Machine {
    static final Path FEEDS = FewPosts.SITE.resolve("feeds");
    static final ServiceConfig SETTINGS = ServiceConfig.DEFAULT.withSettle(Duration.ZERO);

    private final String name;
    private final SimulatedClock clock;
    private final SimulatedDisk disk;
    private final Consumer<PublishedState> saved;
    private final FaultyStateStore store;
    private final Program program;
    private Published published = new Published();
    private FeedService service;
    private Optional<Updater> updater = Optional.empty();
    private Optional<RefreshResult> result = Optional.empty();

    /** The newest version of each document that was served, and the number of the publication. */
    private final Map<String, Version> served = new HashMap<>();

    private long generation;
    private Snapshot checked = Snapshot.EMPTY;
    private boolean isDamaged;

    /**
     * @param first the state at the first start
     * @param saved receives each state that is stored
     */
    Machine(
            String name,
            SimulatedClock clock,
            Supplier<Duration> elapsed,
            PublishedState first,
            Consumer<PublishedState> saved,
            Program program) {
        this(name, clock, new SimulatedDisk(elapsed), first, saved, program);
    }

    private Machine(
            String name,
            SimulatedClock clock,
            SimulatedDisk disk,
            PublishedState first,
            Consumer<PublishedState> saved,
            Program program) {
        this.name = name;
        this.clock = clock;
        this.disk = disk;
        this.saved = saved;
        this.program = program;
        this.service = service();
        this.store = new FaultyStateStore(disk::isStateFull, disk::write, this::saved);
        if (first.identity().isPresent()) {
            store.save(first);
        }
    }

    /** Returns another machine with the same files and state, like one from a backup. */
    Machine copy() {
        return new Machine(name, clock, disk.copy(), store.load(), saved, program);
    }

    /** What runs on a machine. */
    interface Program {
        Updater start(Machine machine);
    }

    private void saved() {
        saved.accept(state());
        disk.write();
    }

    private FeedService service() {
        return new FeedService(published, URI.create(FewPosts.BASE_URL), SETTINGS);
    }

    SimulatedDisk disk() {
        return disk;
    }

    FaultyStateStore store() {
        return store;
    }

    Published published() {
        return published;
    }

    PublishedState state() {
        return store.load();
    }

    Optional<RefreshResult> result() {
        return result;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Starts the program, again if it runs. */
    void start() {
        disk.crashAt(0);
        published = new Published();
        service = service();
        updater = Optional.of(program.start(this));
        check();
    }

    /** Refreshes once. A program that is killed meanwhile starts again. */
    void refresh() {
        try {
            result = Optional.of(updater.orElseThrow().refresh(clock.instant(), FileChanges.ANYWHERE));
            isDamaged = isDamaged && !hasManifestOfPublication();
        } catch (Crash e) {
            result = Optional.empty();
            checkFolder();
            start();
        }
        check();
    }

    private boolean hasManifestOfPublication() {
        return result.filter(now -> now.kind() == RefreshResult.Kind.CURRENT).isPresent()
                && published.current().documents().stream()
                        .allMatch(document -> disk.bytes(FEEDS.resolve(document.path()))
                                .filter(document.identity().bytes()::equals)
                                .isPresent());
    }

    /** Others delete or cut some files. */
    void damage(int seed) {
        isDamaged = true;
        disk.damage(FEEDS, seed);
    }

    void losePower(int seed) {
        isDamaged = true;
        disk.losePower(new java.util.Random(seed));
        start();
    }

    FeedResponse respond(String path, String query, Map<String, String> fields) {
        return service.respond(
                new FeedRequest("GET", path, query, field -> Optional.ofNullable(fields.get(field)), "10.0.0.1"),
                clock.instant());
    }

    /** Checks that nothing goes back, and that everything which was published is served or unavailable. */
    void check() {
        var snapshot = published.current();
        if (snapshot == checked) {
            return;
        }
        checked = snapshot;
        if (snapshot.isEmpty()) {
            return;
        }
        assertThat(snapshot.generation()).as("the publication of %s", name).isGreaterThanOrEqualTo(generation);
        generation = snapshot.generation();
        for (var document : snapshot.documents()) {
            var version = Version.of(document);
            var before = Optional.ofNullable(served.put(document.path(), version));
            before.ifPresent(last -> assertThat(version.lastModified())
                    .as("Last-Modified of %s of %s, %s after %s", document.path(), name, version, last)
                    .isAfterOrEqualTo(
                            version.digest().equals(last.digest())
                                    ? last.lastModified()
                                    : last.lastModified().plusSeconds(1)));
        }
        state().documents()
                .keySet()
                .forEach(path -> assertThat(snapshot.lookUp(path, ""))
                        .as("%s of %s", path, name)
                        .isNotInstanceOf(Lookup.NotFound.class));
    }

    /** Checks that each document is on the disk in the version that the manifest there lists, or in a newer one. */
    private void checkFolder() {
        var manifest = disk.bytes(FEEDS.resolve(Manifest.PATH));
        if (isDamaged || manifest.isEmpty()) {
            return;
        }
        for (var listed : Manifest.read(manifest.get().toArray()).orElseThrow().documents()) {
            var state = listed.state();
            var file = FEEDS.resolve(state.file().path());
            assertThat(disk.modified(file).orElseThrow())
                    .as("the time of %s of %s, which its manifest lists", file, name)
                    .isAfterOrEqualTo(state.lastModified());
        }
    }
}
