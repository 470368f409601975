package org.feedside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.feedside.base.disk.FileChanges;
import org.feedside.cli.Service;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteFolder;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.http.FeedService;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.Progress;
import org.feedside.publishing.Document;
import org.feedside.publishing.Published;
import org.feedside.publishing.state.FaultyStateStore;
import org.feedside.readers.Reader;
import org.feedside.refreshing.RefreshLoop;
import org.feedside.refreshing.RefreshResult;
import org.feedside.refreshing.Refresher;
import org.feedside.refreshing.ServiceOptions;
import org.feedside.refreshing.guards.AcceptFile;
import org.feedside.refreshing.watch.Hints;
import org.feedside.site.Post;
import org.feedside.testing.SimulatedClock;

/**
 * Runs one story: the real loop, refresher, state, feeds folder and responder with a simulated author, disk, clock,
 * events and readers. Everything between two scans happens while the loop waits.
 */
final class Simulation {
    private static final Path FEEDS = Author.SITE.resolve("feeds");
    private static final BuildOptions OPTIONS = new BuildOptions(false, ZoneOffset.UTC);
    private static final SiteFolder FOLDER = new SiteFolder(Author.SITE, Optional.empty(), Optional.empty());

    /** Longer than the delay after which missing posts are removed, plus some scans. */
    private static final Duration QUIET = Duration.ofMinutes(13);

    /** The longest time until a deletion is published, which needs two scans; less than the time between regular scans. */
    private static final Duration DELETION = Duration.ofSeconds(10);

    private static final List<Duration> TICKS =
            List.of(Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final List<String> PATHS = List.of("/atom.xml", "/rss.xml", "/tags/a/atom.xml", "/tags/b/rss.xml");

    private final List<Step> steps;
    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-01T12:00:00Z"));
    private Duration elapsed = Duration.ZERO;
    private final SimulatedDisk disk = new SimulatedDisk(() -> elapsed);
    private final FaultyStateStore store = new FaultyStateStore(disk::isStateFull, disk::write, disk::write);
    private final Author author;
    private final Oracle oracle;
    private final Promises promises;
    private final String path;
    private final List<Reader> readers;
    private final Map<String, Integer> counts = new TreeMap<>();

    private Published published = new Published();
    private Optional<Refresher> refresher = Optional.empty();
    private Optional<RefreshResult> result = Optional.empty();
    private boolean eventsAreLost;
    private boolean isQuiet;
    private boolean isDeleting;
    private boolean isScanDue = true;
    private long seen;
    private Optional<Map<Path, Instant>> seenPosts = Optional.empty();
    private int next;
    private Duration nextAt;
    private final List<PendingOperation> pendingOperations = new ArrayList<>();

    private Simulation(long seed, List<Step> steps) {
        this.steps = steps;
        this.author = new Author(disk, clock, () -> elapsed, TICKS.get(Math.floorMod(seed, TICKS.size())));
        this.oracle = new Oracle(author);
        this.promises = new Promises(author);
        disk.onRead(this::scanBegins);
        this.path = PATHS.get(Math.floorMod(seed / 7, PATHS.size()));
        this.readers = Reader.all(path);
        this.nextAt = steps.isEmpty() ? Duration.ZERO : steps.get(0).after();
    }

    /** An operation that the author finishes later. */
    private record PendingOperation(Duration at, Runnable action) {}

    /** The end of the story. */
    private static final class TheEnd extends InterruptedException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Statistics of a story.
     *
     * @param faults the number of injected faults by kind
     */
    record Summary(Duration simulated, Map<String, Integer> faults) {}

    /** Runs a story to its end. */
    static Summary run(long seed, List<Step> steps) {
        return new Simulation(seed, steps).run();
    }

    private Summary run() {
        live();
        disk.injected().forEach((fault, times) -> counts.merge(fault, times, Integer::sum));
        return new Summary(elapsed, counts);
    }

    private void live() {
        while (true) {
            try {
                start().run();
            } catch (TheEnd e) {
                return;
            } catch (InterruptedException e) {
                count("restart");
            } catch (Crash e) {
                count("kill -9");
            }
            disk.crashAt(0);
        }
    }

    private RefreshLoop start() {
        var service = service(disk, store);
        published = service.published();
        promises.started();
        disk.meanwhile(0, () -> {});
        Author.otherFiles().forEach(disk.gaps()::written);
        refresher = Optional.of(service.open());
        promises.check(published.current(), elapsed);
        return service.loop(
                new World(),
                refresh -> refreshed(
                        refresh.started(),
                        refresh.result().orElseThrow(() -> new AssertionError("an internal error, see the log"))),
                () -> {});
    }

    private Service service(SimulatedDisk on, FaultyStateStore with) {
        return new Service(
                new ServiceOptions(
                        on,
                        clock,
                        FOLDER,
                        FEEDS,
                        OPTIONS,
                        ServiceConfig.DEFAULT,
                        false,
                        false,
                        Progress.NONE,
                        Simulation::failAtBadPosts),
                () -> with);
    }

    /** Fails where the renderer would. */
    private static void failAtBadPosts(Post post) {
        var text = post.page().text().body().strip();
        if (text.equals(Author.THROWS)) {
            throw new IllegalStateException("a bug");
        } else if (text.equals(Author.EATS_MEMORY)) {
            throw new OutOfMemoryError("simulated");
        }
    }

    private void refreshed(Instant started, RefreshResult now) {
        result = Optional.of(now);
        promises.check(published.current(), elapsed);
        assertThat(now.nextRefresh().filter(next -> !next.isAfter(started)))
                .as("a refresh without end")
                .isEmpty();
        if (now.kind() == RefreshResult.Kind.CURRENT && !disk.hasFaults()) {
            promises.sizeIsKnown();
        }
    }

    /** Advances time and runs the story while the loop waits for events. */
    private final class World implements Hints {
        private Set<Path> watched = Set.of();
        private boolean pending;
        private FileChanges reported = FileChanges.NONE;

        @Override
        public boolean watch(Set<Path> folders) {
            var isNew = !watched.containsAll(folders);
            watched = folders;
            return isNew;
        }

        @Override
        public boolean await(Duration atMost) throws InterruptedException {
            var deadline = elapsed.plus(atMost.isNegative() ? Duration.ZERO : atMost);
            seen = disk.revision();
            if (!isScanDue) {
                // Changes during the scan may or may not have been seen.
                noticeChanges();
                isScanDue = true;
            }
            while (!pending) {
                var due = pendingOperations.stream()
                        .map(PendingOperation::at)
                        .min(Duration::compareTo)
                        .filter(at -> at.compareTo(nextAt) < 0);
                var at = due.orElse(nextAt);
                if (at.compareTo(deadline) > 0) {
                    pass(deadline);
                    return false;
                }
                pass(at);
                if (due.isPresent()) {
                    finishOne(due.get());
                } else {
                    nextEvent();
                }
                promises.check(published.current(), elapsed);
            }
            pending = false;
            return true;
        }

        private void finishOne(Duration at) {
            for (int i = 0; i < pendingOperations.size(); i++) {
                if (pendingOperations.get(i).at().equals(at)) {
                    pendingOperations.remove(i).action().run();
                    event();
                    return;
                }
            }
        }

        private void nextEvent() throws InterruptedException {
            if (isQuiet) {
                check();
                isQuiet = false;
                author.name(next).ifPresent(name -> act(this, () -> author.delete(name)));
                author.name(next).ifPresent(name -> act(this, () -> author.breakPost(name, Author.UNRENDERABLE)));
                author.name(next + 1).ifPresent(name -> act(this, () -> author.breakPost(name, Author.NAMED_PIPE)));
                isDeleting = true;
                nextAt = elapsed.plus(DELETION);
            } else if (isDeleting) {
                oracle.check(published, clock.instant(), result.orElseThrow().problems());
                isDeleting = false;
                if (next == steps.size()) {
                    checkReaders();
                    throw new TheEnd();
                }
                nextAt = elapsed.plus(steps.get(next).after());
            } else if (next == steps.size()) {
                quiet(this);
            } else {
                var step = steps.get(next++);
                nextAt = next < steps.size() ? elapsed.plus(steps.get(next).after()) : elapsed;
                run(step, this);
            }
        }

        void event() {
            if (disk.revision() > seen) {
                seen = disk.revision();
                report();
            }
        }

        /** Reports a change during a scan, which may be missing in the scan's listing, so the next scan must see it. */
        void eventDuringScan() {
            report();
        }

        private void report() {
            var changes = disk.takeChanges();
            if (eventsAreLost) {
                count("lost event");
            } else {
                reported = reported.and(changes);
                pending = true;
            }
        }

        @Override
        public FileChanges changes() {
            var all = reported;
            reported = FileChanges.NONE;
            return all;
        }

        @Override
        public void close() {}
    }

    /** Records the folder when a scan begins: changes that are undone between two scans cannot be noticed. */
    private void scanBegins() {
        if (isScanDue) {
            isScanDue = false;
            disk.gaps().scanBegins(clock.instant());
            noticeChanges();
        }
    }

    private void noticeChanges() {
        var posts = disk.posts();
        if (!posts.equals(seenPosts)) {
            seenPosts = posts;
            promises.folderChanged(elapsed, posts.map(Map::keySet));
        }
    }

    private void pass(Duration until) {
        if (until.compareTo(elapsed) > 0) {
            clock.advance(until.minus(elapsed));
            elapsed = until;
        }
    }

    private void count(String event) {
        counts.merge(event, 1, Integer::sum);
    }

    private void run(Step step, World world) throws InterruptedException {
        var which = step.which();
        var how = step.how();
        var name = author.name(which);
        switch (step.kind()) {
            case NEW_POST, EDIT, FUTURE, RENAME, NEW_TITLE, NOISE, POLL, RESTART, CRASH -> {}
            default -> promises.renamesMayBeSeen();
        }
        switch (step.kind()) {
            case NEW_POST -> act(world, () -> author.write(author.newName(), author.newVersion(how)));
            case EDIT -> act(world, () -> name.ifPresent(author::edit));
            case HALF_WRITE -> halfWrite(name, how, world);
            case BREAK -> {
                count(
                        switch (how % 8) {
                            case 3, 4 -> "unrenderable post";
                            case 5 -> "link that leads nowhere";
                            case 6 -> "named pipe";
                            default -> "broken post";
                        });
                act(world, () -> name.ifPresent(n -> author.breakPost(n, how)));
            }
            case DELETE -> act(world, () -> name.ifPresent(author::delete));
            case RENAME -> act(world, () -> name.flatMap(author::rename).ifPresent(rename -> rename(rename, how)));
            case DRAFT -> act(world, () -> name.ifPresent(author::draft));
            case FUTURE -> act(world, () -> author.future(author.newName(), Duration.ofSeconds(how % 7_200)));
            case RETAG -> act(world, () -> name.ifPresent(n -> author.retag(n, how)));
            case FLOOD -> act(world, () -> flood(how));
            case CHECKOUT -> act(world, () -> checkout(how));
            case VANISH -> vanish(how, world);
            case LOSE_TARGET -> {
                count("link that leads nowhere");
                act(world, author::loseInner);
            }
            case RESTORE_TARGET -> act(world, author::restoreInner);
            case SWAP -> act(world, () -> author.swap(how));
            case EMPTY -> act(world, () -> List.copyOf(author.posts().keySet()).forEach(author::delete));
            case UNMOUNT ->
                act(world, () -> {
                    if (how % 2 == 0) {
                        author.unmount();
                    } else {
                        author.leaveMountPoint();
                    }
                });
            case MOUNT -> act(world, author::mount);
            case NEW_TITLE -> act(world, author::newTitle);
            case BREAK_CONFIG -> act(world, author::breakConfig);
            case REPAIR_CONFIG -> act(world, author::repairConfig);
            case CLOCK -> {
                clock.advance(Duration.ofSeconds(how % 20_000 - 10_000));
                noticeChanges();
                promises.clockWasSet();
                author.emptinessMayCount();
                count("clock step");
            }
            case RESTART -> {
                refresher.orElseThrow().close();
                throw new InterruptedException();
            }
            case CRASH -> disk.crashAt(1 + how % 12);
            case POWER_LOSS -> {
                disk.losePower(new Random(how));
                count("power loss");
                throw new Crash();
            }
            case UNREADABLE -> disk.setFaults(10 + how % 80, 0, false, how);
            case UNLISTABLE -> disk.setFaults(5, 10 + how % 60, false, how);
            case DISK_FULL -> disk.setFaults(0, 0, true, how);
            case FEEDS_DAMAGED -> disk.damage(FEEDS, how);
            case NO_TROUBLE -> disk.setFaults(0, 0, false, 0);
            case EVENTS_LOST -> eventsAreLost = true;
            case EVENTS_BACK -> eventsAreLost = false;
            case NOISE -> {
                count("event for nothing");
                world.pending = true;
            }
            case MEANWHILE -> {
                disk.meanwhile(1 + how % 20, () -> {
                    author.name(which).ifPresent(author::edit);
                    author.write(author.newName(), author.newVersion(how));
                    world.eventDuringScan();
                });
                world.pending = true;
            }
            case ACCEPT -> {
                accept();
                world.pending = true;
            }
            case POLL -> poll();
            case QUIET -> quiet(world);
        }
    }

    private void act(World world, Runnable action) {
        action.run();
        world.event();
    }

    /** Writes the first half of a post now and the rest a moment later. */
    private void halfWrite(Optional<String> name, int how, World world) {
        name.ifPresent(n -> act(world, () -> {
            author.breakPost(n, 1);
            editLater(n, Duration.ofMillis(how % 3_000));
        }));
    }

    private void editLater(String name, Duration delay) {
        pendingOperations.add(new PendingOperation(elapsed.plus(delay), () -> {
            if (author.posts().containsKey(name)) {
                author.edit(name);
            }
        }));
    }

    /** Finishes a rename before a second scan can find that the post is deleted. */
    private void rename(Author.Rename rename, int how) {
        count("half of a rename");
        if (rename.isPublic() && !disk.hasFaults() && !eventsAreLost && pendingOperations.isEmpty()) {
            promises.renamed(rename);
        }
        var left = Math.floorMod(how, ServiceConfig.DEFAULT.settle().toMillis());
        pendingOperations.add(new PendingOperation(elapsed.plusMillis(left), rename.finish()));
    }

    /** Takes files away before the next scan, or during one. */
    private void vanish(int how, World world) {
        var files = author.someFiles(how);
        if (files.equals(Author.otherFiles()) && disk.mayFailToRead()) {
            // A new process that could not read the settings does not know that they are away.
            return;
        }
        count("file away for a moment");
        if (how % 2 == 0) {
            act(world, () -> files.forEach(disk::hide));
        } else {
            disk.meanwhile(1 + how % 20, () -> files.forEach(file -> disk.gaps().addDuringScan(file, clock.instant())));
            world.pending = true;
        }
    }

    private void flood(int how) {
        List.copyOf(author.posts().keySet()).forEach(author::edit);
        for (int i = 0; i < 3 + how % 12; i++) {
            author.write(author.newName(), author.newVersion(how + i));
        }
    }

    /** Deletes many files and restores them while the service scans. */
    private void checkout(int how) {
        var deleted = new HashMap<String, Author.Version>();
        author.posts()
                .forEach((name, post) -> post.now()
                        .filter(v -> Math.floorMod(name.hashCode() + how, 3) > 0)
                        .ifPresent(v -> deleted.put(name, v)));
        deleted.forEach((name, version) -> {
            author.delete(name);
            pendingOperations.add(new PendingOperation(
                    elapsed.plusMillis(Math.floorMod(name.hashCode() * 31 + how, 20_000)),
                    () -> author.write(name, version)));
        });
    }

    /** Accepts the current posts, as another process does. */
    private void accept() {
        var other = disk.copy();
        new AcceptFile(other, FEEDS).acceptPosts(FOLDER, OPTIONS, clock.instant());
        var acceptFile = FEEDS.resolve(".feedside").resolve("accept");
        other.bytes(acceptFile).ifPresent(bytes -> disk.put(acceptFile, bytes.toArray(), clock.instant()));
        seen = disk.revision();
        noticeChanges();
        promises.accept();
        author.emptinessMayCount();
    }

    private void poll() {
        readers.forEach(reader -> reader.poll(this::respond, Instant.EPOCH.plus(elapsed)));
    }

    private FeedResponse respond(FeedRequest request) {
        return new FeedService(published, URI.create(Author.BASE_URL), ServiceConfig.DEFAULT)
                .respond(request, clock.instant());
    }

    /**
     * Ends all faults and pending operations. Then a post is saved twice, often with the same size and modification time.
     * After a while the feeds must match the files.
     */
    private void quiet(World world) {
        disk.setFaults(0, 0, false, 0);
        disk.crashAt(0);
        disk.meanwhile(0, () -> {});
        disk.gaps().end();
        promises.renamesMayBeSeen();
        eventsAreLost = false;
        List.copyOf(pendingOperations).forEach(l -> l.action().run());
        pendingOperations.clear();
        author.mount();
        author.repairConfig();
        author.name(next).ifPresent(name -> {
            author.edit(name);
            editLater(name, ServiceConfig.DEFAULT.settle().multipliedBy(2));
        });
        world.event();
        isQuiet = true;
        nextAt = elapsed.plus(QUIET);
    }

    private void check() {
        assertThat(result.map(RefreshResult::kind)).as("%s", result).contains(RefreshResult.Kind.CURRENT);
        oracle.check(published, clock.instant(), result.orElseThrow().problems());
        var fresh = freshBuild();
        assertThat(fresh.current().documents())
                .extracting(Simulation::text)
                .as("a fresh build from the same state")
                .containsExactlyElementsOf(published.current().documents().stream()
                        .map(Simulation::text)
                        .toList());
        for (var document : published.current().documents()) {
            var file = FEEDS.resolve(document.path());
            assertThat(disk.bytes(file))
                    .as("the file %s", file)
                    .contains(document.identity().bytes());
            assertThat(disk.modified(file)).as("the time of %s", file).isEqualTo(document.lastModified());
        }
    }

    private static String text(Document document) {
        return document.path() + " " + document.lastModified().orElseThrow() + " "
                + document.identity().bytes();
    }

    private Published freshBuild() {
        var other = service(disk.copy(), store.copy());
        other.open();
        other.refresh();
        return other.published();
    }

    /** Checks that every reader has the entries that a new reader gets and has shown none twice. */
    private void checkReaders() {
        for (int i = 0; i < 3; i++) {
            pass(elapsed.plusDays(9));
            poll();
        }
        var newcomer = Reader.all(path).get(0);
        newcomer.poll(this::respond, Instant.EPOCH.plus(elapsed).plus(Duration.ofDays(1)));
        for (var reader : readers) {
            assertThat(reader.entries()).as("%s of %s", reader, path).containsAllEntriesOf(newcomer.entries());
            assertThat(reader.shown().values()).as("%s of %s", reader, path).allMatch(times -> times == 1);
        }
    }
}
