package org.feedside.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.FileChanges;
import org.feedside.base.retries.RetryLoop;
import org.feedside.base.text.PercentEncoding;
import org.feedside.base.text.ProgramVersion;
import org.feedside.config.Configuration;
import org.feedside.following.FollowedSource;
import org.feedside.following.Follower;
import org.feedside.http.FeedService;
import org.feedside.http.server.HttpServer;
import org.feedside.http.server.StartException;
import org.feedside.operating.OperatorServer;
import org.feedside.operating.onpublish.OnPublish;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Published;
import org.feedside.publishing.state.Identity;
import org.feedside.publishing.state.MvStateStore;
import org.feedside.publishing.state.StateException;
import org.feedside.publishing.state.StateStore;
import org.feedside.refreshing.PublishedGeneration;
import org.feedside.refreshing.RefreshLoop;
import org.feedside.refreshing.RefreshResult;
import org.feedside.refreshing.RefreshRun;
import org.feedside.refreshing.Refresher;
import org.feedside.refreshing.RunningRefresh;
import org.feedside.refreshing.ServiceOptions;
import org.feedside.refreshing.Updater;
import org.feedside.refreshing.watch.Hints;
import org.feedside.refreshing.watch.WatchHints;
import org.feedside.tools.previous.PreviousPublication;
import org.feedside.websub.PingLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wires a service: the state, the refresher, the two servers and the loops that notify others. It is used by one thread.
 * {@link #open} is enough to refresh; {@link #start} also serves.
 */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("feedside");

    /** A system property turns the fast path off. */
    private static final boolean USES_FAST_PATH =
            Boolean.parseBoolean(System.getProperty("feedside.http.direct", "true"));

    private final ServiceOptions options;
    private final Origin origin;
    private final Supplier<StateStore> store;
    private final Published published = new Published();
    private final RunningRefresh running;

    /** What was opened, to be closed in the reverse order. */
    private final Deque<Runnable> opened = new ArrayDeque<>();

    private Optional<Updater> updater = Optional.empty();
    private volatile Optional<Follower> follower = Optional.empty();
    private Optional<HttpServer> server = Optional.empty();
    private Optional<OperatorServer> operator = Optional.empty();
    private Optional<RetryLoop> onPublish = Optional.empty();
    private Consumer<RefreshRun> listener = run -> {};

    public Service(ServiceOptions options) {
        this(options, Origin.POSTS);
    }

    Service(ServiceOptions options, Origin origin) {
        this(options, origin, () -> MvStateStore.open(options.disk(), options.feeds()));
    }

    /** Creates a service with another store, which is opened and closed with the service. */
    public Service(ServiceOptions options, Supplier<StateStore> store) {
        this(options, Origin.POSTS, store);
    }

    private Service(ServiceOptions options, Origin origin, Supplier<StateStore> store) {
        this.options = options;
        this.origin = origin;
        this.store = store;
        this.running = new RunningRefresh(options.clock());
    }

    public Published published() {
        return published;
    }

    public int port() {
        return server.orElseThrow().port();
    }

    /** Returns the URL of the operator's running server; empty if it is not enabled. */
    public Optional<String> operatorUrl() {
        return operator.map(OperatorServer::address);
    }

    /** Opens the state and restores the last publication. */
    public Refresher open() throws StateException {
        return restored(opened(store.get(), StateStore::close), Optional.empty());
    }

    public RefreshResult refresh() {
        var started = options.clock().instant();
        var result = updater.orElseThrow().refresh(started, FileChanges.ANYWHERE);
        listener.accept(new RefreshRun(started, options.clock().instant(), Optional.of(result)));
        return result;
    }

    /**
     * Returns the loop that refreshes an open service.
     *
     * @param memoryRelease returns unused memory to the system
     */
    public RefreshLoop loop(Hints hints, Consumer<RefreshRun> observer, Runnable memoryRelease) {
        return new RefreshLoop(
                updater.orElseThrow(),
                hints,
                options.clock(),
                options.settings(),
                running,
                listener.andThen(observer),
                memoryRelease);
    }

    /**
     * Serves the last publication. Without a readable configuration there must be one, so that a mistyped path creates no
     * folder.
     *
     * @return all problems that prevent the start
     */
    public List<Problem> start() throws IOException {
        var problems = new ArrayList<Problem>();
        var codings = CompletableFuture.runAsync(Encodings::load);
        var configuration = origin.followed().isPresent()
                ? Parsed.<Configuration>failed(List.of())
                : options.site().read(options.disk());
        var state =
                openState(configuration.value().isPresent() || origin.followed().isPresent(), problems);
        var known = state.flatMap(s -> s.load().identity()).map(Identity::baseUrl);
        if (configuration.value().isEmpty() && known.isEmpty()) {
            problems.addAll(Problem.of(configuration.problems()));
        }
        codings.join();
        startServers(configuration.value().map(c -> c.site().baseUrl()).or(() -> known), problems);
        startWatching();
        if (state.isPresent() && origin.followed().isPresent()) {
            follow(origin.followed().get(), state.get());
        } else if (state.isPresent()) {
            configuration.value().ifPresent(c -> continueFromPrevious(c, state.get(), problems));
            var restored = restored(state.get(), Optional.of(options.clock().instant()));
            configuration
                    .value()
                    .flatMap(c -> running.during(
                            () -> restored.refusal(c, options.clock().instant())))
                    .ifPresent(refusal -> problems.add(Problem.of(refusal)));
        }
        if (problems.isEmpty()) {
            startReporting();
        }
        return problems;
    }

    /** Stores the state of the previous publisher, if there is none yet. */
    private void continueFromPrevious(Configuration configuration, StateStore state, List<Problem> problems) {
        if (origin.previous().isEmpty()) {
            return;
        } else if (state.load().identity().isPresent()) {
            LOG.info("--previous is not used: {} has a publication already", options.feeds());
            return;
        }
        try {
            var published = PreviousPublication.fetch(origin.previous().get());
            var baseUrl = published.identity().map(Identity::baseUrl);
            if (baseUrl.filter(url -> !url.equals(configuration.site().baseUrl()))
                    .isPresent()) {
                problems.add(Problem.error(
                        Code.USAGE,
                        "--previous has the feeds of %s, and this site is %s: correct the address"
                                .formatted(baseUrl.get(), configuration.site().baseUrl())));
            } else if (baseUrl.isPresent()) {
                state.save(published.promoted(options.clock().instant()));
            }
        } catch (StateException e) {
            problems.add(Problem.error(Code.STATE, String.valueOf(e.getMessage())));
        }
    }

    private Optional<StateStore> openState(boolean isConfigured, List<Problem> problems) throws IOException {
        var folder = options.feeds().resolve(".feedside");
        if (!isConfigured && options.disk().entry(folder).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(opened(store.get(), StateStore::close));
        } catch (StateException e) {
            problems.add(Problem.error(Code.STATE, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void startServers(Optional<String> baseUrl, List<Problem> problems) {
        var settings = options.settings();
        if (settings.operator().enabled()) {
            var created = new OperatorServer(
                    options.disk(),
                    options.feeds(),
                    published,
                    running,
                    options.clock(),
                    ProgramVersion.current(),
                    settings,
                    origin.followed().map(FollowedSource::name));
            operator = Optional.of(opened(created, OperatorServer::close));
        }
        var known = URI.create(PercentEncoding.url(baseUrl.orElse("http://localhost/")));
        var feeds = new FeedService(
                published,
                origin.followed().isEmpty()
                        ? () -> known
                        : () -> follower.flatMap(Follower::baseUrl).orElse(known),
                settings);
        var counted = operator.map(o -> o.counted(feeds)).orElse(feeds);
        var feedServer = new HttpServer(
                counted, options.clock(), settings.host(), settings.port(), settings.http(), USES_FAST_PATH);
        server = Optional.of(opened(feedServer, HttpServer::close));
        try {
            feedServer.start();
        } catch (StartException e) {
            problems.add(Problem.error(Code.PORT, String.valueOf(e.getMessage())));
        }
        try {
            if (operator.isPresent()) {
                operator.get().start();
            }
        } catch (StartException e) {
            problems.add(
                    Problem.error(Code.PORT, "the operator's server ([operator] in feedside.toml): " + e.getMessage()));
        }
    }

    /** Logs a refresh that does not end. */
    private void startWatching() {
        var watch = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "watch"));
        opened(watch, ScheduledExecutorService::shutdownNow);
        var unused = watch.scheduleWithFixedDelay(running::report, 1, 1, TimeUnit.SECONDS);
    }

    /** Reports refreshes, notifies the hub and runs the command of on_publish from now on. */
    private void startReporting() {
        operatorUrl().ifPresent(url -> LOG.info("status at {}/status", url));
        operator.ifPresent(o -> listener = listener.andThen(o::refreshed));
        var changeLog = new ChangeLog(
                published,
                "http://%s:%d".formatted(options.settings().host(), port()),
                options.settings().pages().folder());
        listener = listener.andThen(run -> run.result().ifPresent(changeLog));
        if (origin.followed().isEmpty()) {
            startNotifying();
        }
    }

    /** Notifies the hub, and the operator's command, of publications. With followers, only the publisher does. */
    private void startNotifying() {
        options.settings().hub().ifPresent(hub -> {
            var listeners = Stream.concat(operator.flatMap(OperatorServer::pings).stream(), Stream.of(new PingLog()))
                    .toList();
            var pings = PingLoop.of(options.disk(), options.feeds(), hub, published, options.clock(), listeners);
            opened(pings, RetryLoop::close).start();
            listener = listener.andThen(run -> pings.wake());
        });
        var command = options.settings().onPublish();
        if (!command.isEmpty() && !options.build().drafts()) {
            var work = new OnPublish(command, options.feeds(), options.clock());
            var loop = opened(new RetryLoop("on-publish", work::round), RetryLoop::close);
            onPublish = Optional.of(loop);
            loop.start();
            listener = listener.andThen(run -> {
                run.result().ifPresent(result -> work.refreshed(result, published.current()));
                loop.wake();
            });
        }
    }

    /** @param name the name of this publisher, used if the site has none yet; empty for a build */
    private Refresher restored(StateStore state, Optional<Instant> name) {
        var restored = opened(Refresher.restored(options, state, published, name), Refresher::close);
        updater = Optional.of(restored);
        return restored;
    }

    private void follow(FollowedSource source, StateStore state) {
        var folder = new FeedsFolder(options.disk(), options.feeds());
        var pages = options.settings().pages().folder();
        var served = PublishedGeneration.restored(folder, pages, state, published);
        follower = Optional.of(Follower.of(
                options.disk(), source, served, pages, options.clock().instant()));
        updater = follower.map(following -> following);
    }

    private <T> T opened(T part, Consumer<T> close) {
        opened.push(() -> close.accept(part));
        return part;
    }

    /** Runs an open service until the thread is interrupted, or stopped. */
    void run() throws InterruptedException {
        try (var hints = WatchHints.open(options.disk())) {
            // The JVM frees the buffers of replaced documents, and returns memory, in full collections only.
            loop(hints, run -> {}, System::gc).run();
        }
    }

    /** Makes {@link #run} end after the current refresh, and the command of on_publish at once. Does not wait for the disk. */
    void stop(Thread serving) {
        running.stop(serving);
        onPublish.ifPresent(Thread::interrupt);
        updater.ifPresent(stopped -> new Thread(stopped::close, "stopped").start());
    }

    /** Makes {@link #run} scan everything, after the current refresh. */
    void refreshAgain(Thread serving) {
        running.refreshAgain(serving);
    }

    @Override
    public void close() {
        if (!opened.isEmpty()) {
            try {
                opened.pop().run();
            } finally {
                close();
            }
        }
    }
}
