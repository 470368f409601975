package org.feedside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.feedside.base.diagnostics.Code;
import org.feedside.config.SiteFolder;
import org.feedside.following.FolderSource;
import org.feedside.following.FollowedSource;
import org.feedside.following.Follower;
import org.feedside.following.SimulatedSource;
import org.feedside.following.Source;
import org.feedside.http.FeedResponse;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.RenderWatch;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.state.DocumentState;
import org.feedside.publishing.state.PublishedState;
import org.feedside.refreshing.PublishedGeneration;
import org.feedside.refreshing.RefreshResult;
import org.feedside.refreshing.Refresher;
import org.feedside.refreshing.ServiceOptions;
import org.feedside.refreshing.Updater;
import org.feedside.testing.SimulatedClock;

/**
 * Runs one story of a publisher and three followers: two over HTTP, of which the second may follow the first, and one that
 * follows the publisher's feeds folder or a copy of it. Each has its own disk and state. Readers are sent to any of them.
 */
final class FollowersSimulation {
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(30);
    private static final Optional<String> PAGES = Machine.SETTINGS.pages().folder();
    private static final SiteFolder FOLDER = new SiteFolder(FewPosts.SITE, Optional.empty(), Optional.empty());
    private static final List<String> ON_DEMAND = List.of(
            "archive/1/atom.xml",
            "tags/a+b/rss.xml",
            "tags/a/archive/1/rss.xml",
            "feeds/",
            "feeds/tags/c/",
            "tags/b/atom.xml");

    private final List<FollowersStep> steps;

    /** Whether the second follower follows the first. */
    private final boolean isChain;

    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-01T12:00:00Z"));
    private Duration elapsed = Duration.ZERO;
    private final FewPosts posts = new FewPosts(clock);
    private final Publications publications = new Publications();
    private final Map<String, Integer> counts = new TreeMap<>();

    /** The machine that publishes; empty after it was lost. */
    private Optional<Machine> publisher = Optional.empty();

    /** Another machine, to which the publisher's address leads by mistake. */
    private Optional<Machine> mistaken = Optional.empty();

    /** The last machine that was lost, and a copy of the machine that publishes. */
    private Optional<Machine> lost = Optional.empty();

    private Optional<Machine> backup = Optional.empty();
    private boolean isAway;
    private final SimulatedDisk copiedFolder = new SimulatedDisk(() -> elapsed);
    private final List<SimulatedSource> networks;
    private final List<Machine> followers;
    private final List<RovingReader> readers;
    private Random chance = new Random(0);

    /** Whether a publisher has published on a line that was left, so that its followers need a promotion. */
    private boolean hasForked;

    /** Whether two publishers may have published different versions with the same date. */
    private boolean datesAreUnique = true;

    private FollowersSimulation(long seed, List<FollowersStep> steps) {
        this.steps = steps;
        this.isChain = seed % 3 == 0;
        var first = new SimulatedSource((path, query, fields) -> ask(source(), path, query, fields));
        var second = new SimulatedSource(
                (path, query, fields) -> ask(isChain ? Optional.of(follower(0)) : source(), path, query, fields));
        this.networks = List.of(first, second);
        this.followers = List.of(
                machine("follower 1", PublishedState.NONE, publications::checkFollowed, following(first)),
                machine("follower 2", PublishedState.NONE, publications::checkFollowed, following(second)),
                machine(
                        "follower 3",
                        PublishedState.NONE,
                        publications::checkFollowed,
                        following(new Folder(
                                () -> seed % 2 == 0 ? Optional.of(copiedFolder) : publisher.map(Machine::disk)))));
        this.readers = List.of(
                new RovingReader("atom.xml", true, true, publications),
                new RovingReader("tags/a/atom.xml", true, false, publications),
                new RovingReader("tags/b/rss.xml", false, true, publications),
                new RovingReader("atom.xml", false, true, publications));
    }

    /** A feeds folder that is on another machine after a promotion. */
    private record Folder(Supplier<Optional<SimulatedDisk>> disk) implements Source {
        @Override
        public Optional<Found> manifest(Optional<String> tag) throws IOException {
            return folder().manifest(tag);
        }

        @Override
        public Bytes document(DocumentState document) throws IOException {
            return folder().document(document);
        }

        private FolderSource folder() throws IOException {
            return new FolderSource(disk.get().orElseThrow(() -> new IOException("not mounted")), Machine.FEEDS);
        }
    }

    /** Runs a story to its end. */
    static Simulation.Summary run(long seed, List<FollowersStep> steps) {
        return new FollowersSimulation(seed, steps).run();
    }

    private Simulation.Summary run() {
        posts.add(3);
        posts.add(606);
        publisher =
                Optional.of(started(machine("publisher", PublishedState.NONE, publications::add, this::publishing)));
        followers.forEach(Machine::start);
        publisher.get().refresh();
        synchronise(0, Integer.MAX_VALUE);
        followers.forEach(this::refresh);
        for (var step : steps) {
            pass(step.after());
            run(step);
            refresh(step.refreshes());
        }
        end();
        networks.forEach(
                network -> network.injected().forEach((fault, times) -> counts.merge(fault, times, Integer::sum)));
        return new Simulation.Summary(elapsed, counts);
    }

    // The machines.

    private Machine machine(
            String name, PublishedState first, Consumer<PublishedState> saved, Machine.Program program) {
        return new Machine(name, clock, () -> elapsed, first, saved, program);
    }

    private Updater publishing(Machine machine) {
        var options = new ServiceOptions(
                machine.disk(),
                clock,
                FOLDER,
                Machine.FEEDS,
                new BuildOptions(false, ZoneOffset.UTC),
                Machine.SETTINGS,
                false,
                true,
                Progress.NONE,
                RenderWatch.NONE);
        return Refresher.restored(options, machine.store(), machine.published(), Optional.of(clock.instant()));
    }

    private Machine.Program following(Source source) {
        var followed = new FollowedSource(source, "the publisher", Duration.ofSeconds(2), CHECK_INTERVAL, 1);
        return machine -> Follower.of(
                machine.disk(),
                followed,
                PublishedGeneration.restored(
                        new FeedsFolder(machine.disk(), Machine.FEEDS), PAGES, machine.store(), machine.published()),
                PAGES,
                clock.instant());
    }

    private Machine started(Machine machine) {
        posts.copyTo(machine.disk());
        machine.start();
        return machine;
    }

    private Machine follower(int which) {
        return followers.get(which % followers.size());
    }

    /** Returns the machine that the next request for the publisher reaches. */
    private Optional<Machine> source() {
        if (isAway) {
            return Optional.empty();
        }
        return mistaken.isPresent() && chance.nextInt(4) > 0 ? mistaken : publisher;
    }

    private Optional<FeedResponse> ask(
            Optional<Machine> machine, String path, String query, Map<String, String> fields) {
        var response = machine.map(found -> found.respond(path, query, fields));
        if (machine.filter(followers::contains).isEmpty()) {
            response.filter(found -> found.status() == 200)
                    .flatMap(FeedResponse::body)
                    .ifPresent(body -> publications.addBody(path.substring(1), body.digest()));
        }
        return response;
    }

    private void pass(Duration duration) {
        elapsed = elapsed.plus(duration);
        clock.advance(duration);
    }

    private void count(String event) {
        counts.merge(event, 1, Integer::sum);
    }

    private void refresh(int how) {
        chance = new Random(how);
        var machines = new ArrayList<>(followers);
        publisher.ifPresent(machines::add);
        mistaken.ifPresent(machines::add);
        Collections.shuffle(machines, chance);
        machines.stream().filter(machine -> chance.nextInt(5) > 1).forEach(this::refresh);
    }

    /** Refreshes a machine. One that is served the wrong publication has to say so. */
    private void refresh(Machine machine) {
        var before = machine.state();
        machine.refresh();
        if (!followers.contains(machine)) {
            return;
        }
        var snapshot = machine.published().current();
        if (!snapshot.isEmpty()) {
            publications.checkServed(snapshot.generation(), snapshot.documents());
        }
        var isCurrent = machine.result()
                .filter(result -> result.kind() == RefreshResult.Kind.CURRENT)
                .isPresent();
        if (isCurrent) {
            assertThat(snapshot.documents().stream().map(Document::path))
                    .as("the documents of %s", machine)
                    .containsExactlyElementsOf(machine.state().documents().keySet());
        } else if (isHeldBack(machine)) {
            assertThat(machine.state())
                    .as("the state of %s, which waits", machine)
                    .isEqualTo(before);
        }
    }

    private static boolean isHeldBack(Machine machine) {
        return machine.result().stream()
                .flatMap(result -> result.problems().stream())
                .anyMatch(problem -> problem.code() == Code.HELD_BACK);
    }

    // The events.

    private void run(FollowersStep step) {
        var which = step.which();
        var how = step.how();
        switch (step.kind()) {
            case NEW_POST -> posts.add(how);
            case EDIT -> posts.edit(which);
            case RETAG -> posts.retag(which, how);
            case DELETE -> posts.delete(which);
            case SYNCHRONISE -> synchronise(how, which % 3 == 0 ? Integer.MAX_VALUE : which % 13);
            case NETWORK -> networks.get(which % networks.size()).setFaults(10 + how % 60, how);
            case NO_TROUBLE -> noTrouble();
            case AWAY -> isAway = true;
            case BACK -> isAway = false;
            case CRASH -> any(which).disk().crashAt(1 + how % 20);
            case RESTART -> any(which).start();
            case POWER_LOSS -> any(which).losePower(how);
            case DISK_FULL -> any(which).disk().setFaults(0, 0, true, how);
            case DAMAGE -> any(which).damage(how);
            case LOST -> lose();
            case PROMOTION -> {
                if (publisher.isEmpty()) {
                    promote(follower(which));
                }
            }
            case SECOND_PUBLISHER -> secondPublisher();
            case RETURN_OF_THE_LOST -> returnOfTheLost();
            case END_OF_MISTAKE -> mistaken = Optional.empty();
            case BACKUP -> backup = publisher.map(Machine::copy);
            case RESTORE -> restore();
            case ON_DEMAND -> askOnDemand(follower(which), ON_DEMAND.get(how % ON_DEMAND.size()));
            case POLL -> poll(which, how);
        }
    }

    private Machine any(int which) {
        return which % 4 == 3 && publisher.isPresent() ? publisher.get() : follower(which % 4);
    }

    private void noTrouble() {
        networks.forEach(network -> network.setFaults(0, 0));
        followers.forEach(follower -> follower.disk().setFaults(0, 0, false, 0));
        publisher.ifPresent(machine -> machine.disk().setFaults(0, 0, false, 0));
    }

    /** Copies some files of the feeds folder, as a program does that synchronises folders and is interrupted. */
    private void synchronise(int from, int most) {
        var machine = mistaken.isPresent() && from % 2 == 0 ? mistaken : publisher;
        if (machine.isEmpty()) {
            return;
        }
        var files = new ArrayList<>(machine.get().disk().files(Machine.FEEDS));
        files.removeIf(file -> file.startsWith(Machine.FEEDS.resolve(".feedside")));
        Collections.rotate(files, from);
        for (Path file : files.subList(0, Math.min(most, files.size()))) {
            var disk = machine.get().disk();
            copiedFolder.put(
                    file,
                    disk.bytes(file).orElseThrow().toArray(),
                    disk.modified(file).orElseThrow());
        }
    }

    private void lose() {
        count("publisher lost");
        lost = publisher.or(() -> lost);
        publisher = Optional.empty();
        backup = Optional.empty();
        pass(Duration.ofSeconds(2));
    }

    /** Starts another publisher with what a follower serves. Operators do not choose one that missed the last promotion. */
    private void promote(Machine follower) {
        var manifest = manifest(follower);
        if (manifest.status() == 503 || publishers(follower) < publishers(mostAdvanced())) {
            return;
        }
        count("promotion");
        var previous = Manifest.read(manifest.body().orElseThrow().toArray()).orElseThrow();
        publisher = Optional.of(started(
                machine("publisher", previous.state().promoted(clock.instant()), publications::add, this::publishing)));
    }

    private static FeedResponse manifest(Machine follower) {
        var manifest = follower.respond("/" + Manifest.PATH, "", Map.of());
        assertThat(manifest.status()).as("the manifest of %s", follower).isIn(200, 503);
        return manifest;
    }

    private static int publishers(Machine machine) {
        return machine.state().publishers().size();
    }

    /** Returns the follower with the latest publication; among equals, one that can give its manifest. */
    private Machine mostAdvanced() {
        return followers.stream()
                .max(Comparator.comparing(FollowersSimulation::publishers)
                        .thenComparing(follower -> follower.state().generation())
                        .thenComparing(follower -> manifest(follower).status() == 200))
                .orElseThrow();
    }

    private void secondPublisher() {
        if (mistaken.isEmpty()) {
            count("second publisher");
            mistaken = Optional.of(
                    started(machine("second publisher", PublishedState.NONE, publications::add, this::publishing)));
        }
    }

    /** Starts the lost publisher again beside the one that continued from it. */
    private void returnOfTheLost() {
        if (mistaken.isEmpty()
                && publisher.isPresent()
                && lost.filter(old -> isBefore(old.state(), publisher.get().state()))
                        .isPresent()) {
            count("return of the lost publisher");
            hasForked = true;
            datesAreUnique = false;
            mistaken = lost.map(this::started);
        }
    }

    private static boolean isBefore(PublishedState old, PublishedState current) {
        var publishers = old.publishers();
        return publishers.size() < current.publishers().size()
                && publishers.equals(current.publishers().subList(0, publishers.size()));
    }

    private void restore() {
        if (publisher.isPresent() && backup.isPresent()) {
            count("restored backup");
            hasForked = true;
            datesAreUnique = false;
            pass(Duration.ofSeconds(2));
            publisher = backup.map(this::started);
            backup = Optional.empty();
        }
    }

    private void askOnDemand(Machine follower, String path) {
        var expected = ask(publisher, "/" + path, "", Map.of());
        var response = follower.respond("/" + path, "", Map.of());
        if (response.status() == 200) {
            publications.checkBody(path, response.body().orElseThrow().digest());
        } else if (mistaken.isEmpty()
                && expected.filter(found -> found.status() == 200).isPresent()) {
            assertThat(response.status()).as("%s of %s", path, follower).isEqualTo(503);
        }
    }

    private void poll(int which, int how) {
        var reader = readers.get(how % readers.size());
        var server = any(which);
        if (!reader.poll(server, datesAreUnique) && mistaken.isEmpty()) {
            assertThat(ask(publisher, "/" + reader.path(), "", Map.of()).map(FeedResponse::status))
                    .as("%s, which %s does not have, at the publisher", reader.path(), server)
                    .isNotEqualTo(Optional.of(200));
        }
    }

    // The end.

    /** Ends all faults. What is published must be the same everywhere, at once or after the remedy that the messages name. */
    private void end() {
        noTrouble();
        isAway = false;
        mistaken = Optional.empty();
        everyone().forEach(machine -> machine.disk().crashAt(0));
        if (publisher.isEmpty()) {
            pass(Duration.ofSeconds(2));
            // A follower whose own files were damaged has a manifest when it has reached its source.
            for (int i = 0; publisher.isEmpty() && i < followers.size(); i++) {
                promote(follower(i));
            }
        }
        if (publisher.isEmpty()) {
            return;
        }
        settle();
        if (!hasForked) {
            checkAll();
        }
        posts.changeAll();
        settle();
        if (hasForked && !followers.stream().allMatch(this::isCurrent)) {
            followers.forEach(follower -> assertThat(isCurrent(follower) || needsPromotion(follower))
                    .as("%s: %s", follower, follower.result())
                    .isTrue());
            lose();
            promote(mostAdvanced());
            settle();
            posts.changeAll();
            settle();
        }
        checkAll();
        readers.forEach(reader -> {
            reader.poll(follower(elapsed.toMillisPart()), datesAreUnique);
            reader.check(publisher
                    .orElseThrow()
                    .published()
                    .current()
                    .find(reader.path())
                    .orElseThrow());
        });
    }

    private List<Machine> everyone() {
        var everyone = new ArrayList<>(followers);
        publisher.ifPresent(everyone::add);
        return everyone;
    }

    /** Lets everyone refresh until the files have been compared, and the second follower has what the first has. */
    private void settle() {
        for (int i = 0; i < 3; i++) {
            pass(i == 1 ? CHECK_INTERVAL : Duration.ofSeconds(2));
            publisher.orElseThrow().refresh();
            synchronise(0, Integer.MAX_VALUE);
            followers.forEach(this::refresh);
        }
    }

    /** Whether a follower says that the publisher has to be replaced, or follows another one that does. */
    private boolean needsPromotion(Machine follower) {
        return isHeldBack(follower) || (isChain && follower == followers.get(1) && isHeldBack(followers.get(0)));
    }

    private boolean isCurrent(Machine follower) {
        return follower.result()
                .filter(result -> result.kind() == RefreshResult.Kind.CURRENT)
                .isPresent();
    }

    private void checkAll() {
        var expected = text(publisher.orElseThrow());
        for (var machine : everyone()) {
            assertThat(isCurrent(machine))
                    .as("%s: %s", machine, machine.result())
                    .isTrue();
            assertThat(text(machine)).as("what %s serves", machine).isEqualTo(expected);
            machine.published().current().documents().forEach(document -> {
                var file = Machine.FEEDS.resolve(document.path());
                assertThat(machine.disk().bytes(file))
                        .as("%s of %s", file, machine)
                        .contains(document.identity().bytes());
                assertThat(machine.disk().modified(file))
                        .as("the time of %s of %s", file, machine)
                        .isEqualTo(document.lastModified());
            });
        }
        // Followers keep responses on demand for a minute.
        pass(Duration.ofSeconds(61));
        refresh(follower(0));
        ON_DEMAND.forEach(path -> assertThat(body(follower(0), path)).as(path).isEqualTo(body(publisher.get(), path)));
    }

    private static String body(Machine machine, String path) {
        var response = machine.respond("/" + path, "", Map.of());
        return response.status() + response.body().map(Bytes::toString).orElse("");
    }

    private static Map<String, String> text(Machine machine) {
        var text = new HashMap<String, String>();
        var snapshot = machine.published().current();
        snapshot.documents()
                .forEach(document -> text.put(
                        document.path(),
                        document.lastModified() + " " + document.identity().bytes()));
        text.put("generation", String.valueOf(snapshot.generation()));
        text.put(Manifest.PATH, body(machine, Manifest.PATH));
        return text;
    }
}
