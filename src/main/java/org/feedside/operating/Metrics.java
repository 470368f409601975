package org.feedside.operating;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.feedside.base.diagnostics.Severity;
import org.feedside.feeds.Format;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.refreshing.RefreshRun;
import org.feedside.refreshing.RunningRefresh;

/** The metrics for Prometheus. Every label has a bounded number of values. */
final class Metrics implements AutoCloseable {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] REFRESHES = {
        Duration.ofMillis(10),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ConcurrentHashMap<Label, Counter> requests = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Counter> bytes = new ConcurrentHashMap<>();
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final MultiGauge subscribers = MultiGauge.builder("feedside.subscribers")
            .description("Subscriber counts that readers declare.")
            .register(registry);

    /** The status that the gauges show, the same for all gauges of one scrape. */
    private volatile Status status;

    /** The labels of one time series of requests. */
    private record Label(int status, String format, String document, boolean isConditional) {}

    /** Creates metrics that show this status until the first scrape. */
    Metrics(Status status) {
        this.status = status;
        // Micrometer's own names end in ns and count, but Prometheus expects CPU time in seconds.
        registry.config()
                .meterFilter(MeterFilter.deny(id ->
                        id.getName().equals("process.cpu.time") || id.getName().equals("system.cpu.count")));
        FunctionCounter.builder("process.cpu", ProcessHandle.current(), Metrics::cpuSeconds)
                .description("Time on CPUs.")
                .baseUnit("seconds")
                .register(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        gc.bindTo(registry);
        gauges();
        status.pings().ifPresent(pings -> pings());
        status.followed()
                .ifPresent(source -> gauge(
                        "feedside.follower.lag.seconds",
                        "Time since the follower knew that it serves what the publisher published.",
                        s -> s.lag().toSeconds()));
    }

    private static double cpuSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1000.0;
    }

    private void gauges() {
        gauge("feedside.generation", "Number of the published generation.", Status::generation);
        gauge("feedside.documents", "Published documents.", Status::documents);
        gauge("feedside.feeds", "Published feeds.", Status::feeds);
        gauge(
                "feedside.posts",
                "Posts of the site.",
                s -> s.refreshes().posts().stream().asDoubleStream().findFirst().orElse(Double.NaN));
        gauge(
                "feedside.posts.waiting",
                "Scheduled posts.",
                s -> s.refreshes().waiting().size());
        gauge(
                "feedside.refresh.last.success.timestamp.seconds",
                "When the feeds last matched the posts.",
                s -> s.refreshes()
                        .lastSuccess()
                        .map(at -> (double) at.getEpochSecond())
                        .orElse(Double.NaN));
        for (var state : Status.State.values()) {
            gauge(
                    "feedside.state",
                    "1 for the current state of the service.",
                    s -> s.refreshes().state() == state ? 1 : 0,
                    "state",
                    state.toString());
        }
        for (var severity : Severity.values()) {
            gauge("feedside.problems", "Known problems.", s -> count(s, severity), "severity", severity.toString());
        }
        var java = Runtime.version().toString();
        gauge("feedside.build.info", "Version of Feedside.", s -> 1, "version", status.version(), "java", java);
    }

    private void gauge(String name, String description, ToDoubleFunction<Status> value, String... tags) {
        Gauge.builder(name, () -> value.applyAsDouble(status))
                .description(description)
                .tags(tags)
                .register(registry);
    }

    private static long count(Status status, Severity severity) {
        return status.problems().stream()
                .filter(known -> known.problem().severity() == severity)
                .count();
    }

    private void pings() {
        gauge(
                "feedside.pings.pending",
                "Documents that the hub has yet to be notified of.",
                s -> pings(s, Status.Pings::pending));
        counter("told", Status.Pings::told);
        counter("refused", Status.Pings::refusals);
        counter("failed", Status.Pings::failures);
    }

    private void counter(String result, ToDoubleFunction<Status.Pings> value) {
        FunctionCounter.builder("feedside.pings", this, metrics -> pings(metrics.status, value))
                .description("Pings to the hub.")
                .tag("result", result)
                .register(registry);
    }

    private static double pings(Status status, ToDoubleFunction<Status.Pings> value) {
        return status.pings().map(value::applyAsDouble).orElse(Double.NaN);
    }

    /** Returns all metrics in Prometheus's text format. */
    String scrape(Status now, PollReport polls) {
        status = now;
        var rows = new ArrayList<MultiGauge.Row<?>>();
        polls.byReader().forEach((reader, sum) -> {
            if (sum.subscribers() > 0) {
                rows.add(MultiGauge.Row.of(Tags.of("reader", reader), sum.subscribers()));
            }
        });
        subscribers.register(rows, true);
        return registry.scrape();
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }

    void count(FeedRequest request, FeedResponse response) {
        var format = response.document().map(Metrics::format).orElse("none");
        var label = new Label(
                response.status(),
                format,
                response.document()
                        .map(d -> d.isOnDemand() ? "on_demand" : "kept")
                        .orElse("none"),
                PollTally.isConditional(request));
        counter(requests, label, this::requests).increment();
        response.body()
                .map(Bytes::size)
                .ifPresent(size -> counter(bytes, format, this::bytes).increment(size));
    }

    private static <K> Counter counter(Map<K, Counter> counters, K key, Function<K, Counter> maker) {
        // The counter nearly always exists, and looking it up takes no lock.
        return Optional.ofNullable(counters.get(key)).orElseGet(() -> counters.computeIfAbsent(key, maker));
    }

    private static String format(Document document) {
        return Format.ofMediaType(document.mediaType()).map(Metrics::word).orElse("other");
    }

    private Counter requests(Label label) {
        return Counter.builder("feedside.http.requests")
                .description("Requests for feeds.")
                .tag("status", Integer.toString(label.status()))
                .tag("format", label.format())
                .tag("document", label.document())
                .tag("conditional", Boolean.toString(label.isConditional()))
                .register(registry);
    }

    private Counter bytes(String format) {
        return Counter.builder("feedside.http.response.body")
                .description("Bytes of response bodies.")
                .baseUnit("bytes")
                .tag("format", format)
                .register(registry);
    }

    /** Shows how long a refresh has been running that does not end. */
    void observe(RunningRefresh running) {
        Gauge.builder("feedside.refresh.overdue.seconds", running, RunningRefresh::overdueSeconds)
                .description("How long a refresh has been running that does not end; 0 within the first minute.")
                .register(registry);
    }

    void refreshed(RefreshRun refresh) {
        Timer.builder("feedside.refresh")
                .description("Time to scan the posts and publish the changes.")
                .tag("outcome", refresh.result().map(r -> word(r.kind())).orElse("fault"))
                .serviceLevelObjectives(REFRESHES)
                .register(registry)
                .record(Status.between(refresh.started(), refresh.ended()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
