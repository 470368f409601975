package org.feedside.operating;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.http.HttpDate;
import org.feedside.http.HttpService;
import org.feedside.pages.Asset;
import org.feedside.pages.Templates;
import org.feedside.publishing.Bytes;

/** Responds to the operator. Read-only; rejects foreign host names and scripts of other sites. */
final class OperatorService implements HttpService {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private final HostCheck hosts;
    private final StatusSource source;
    private final Polls polls;
    private final Templates templates = new Templates();
    private final Asset style = Asset.style();
    private final Asset script = Asset.statusScript();

    /** What creates the response for a path. */
    private final Map<String, BiFunction<FeedRequest, Instant, FeedResponse>> pages = new TreeMap<>();

    OperatorService(HostCheck hosts, StatusSource source, Polls polls, Metrics metrics) {
        this.hosts = hosts;
        this.source = source;
        this.polls = polls;
        pages.put("/", (request, now) -> withText(common(302, now).with("Location", "status"), "See /status"));
        pages.put(
                "/status",
                (request, now) ->
                        wantsJson(request) ? statusJson(now) : html("status.jte", "status", source.at(now), now));
        pages.put("/status.json", (request, now) -> statusJson(now));
        pages.put(
                "/polls",
                (request, now) -> wantsJson(request)
                        ? pollsJson(now)
                        : html("polls.jte", "page", PollsPage.of(polls.report(now), now), now));
        pages.put("/polls.json", (request, now) -> pollsJson(now));
        pages.put(
                "/metrics",
                (request, now) ->
                        ok(Metrics.CONTENT_TYPE, Bytes.utf8(metrics.scrape(source.at(now), polls.report(now))), now));
        pages.put("/healthz", (request, now) -> text(200, "alive", now));
        pages.put(
                "/readyz",
                (request, now) ->
                        source.isReady() ? text(200, "ready", now) : text(503, "nothing is published yet", now));
        for (var asset : new Asset[] {style, script}) {
            pages.put("/" + asset.name(), (request, now) -> ok(asset.mediaType(), asset.bytes(), now));
        }
    }

    @Override
    public FeedResponse respond(FeedRequest request, Instant now) {
        if (!hosts.allows(request.header("Host"))) {
            return text(
                    421,
                    "This server responds to localhost, to addresses such as 127.0.0.1, and to the `host` of [operator] in"
                            + " feedside.toml, not to other names.",
                    now);
        }
        return switch (request.method()) {
            case "GET" -> get(request, now);
            case "HEAD" -> get(request, now).withoutBody();
            default -> withText(common(405, now).with("Allow", "GET, HEAD"), "This server is read-only: use GET.");
        };
    }

    @Override
    public FeedResponse errorResponse(FeedRequest request, int status, Instant now) {
        return text(
                status,
                switch (status) {
                    case 500 -> "Internal error. See the log for details.";
                    case 503 -> "The server is shutting down.";
                    default -> "The request is malformed.";
                },
                now);
    }

    private FeedResponse get(FeedRequest request, Instant now) {
        return Optional.ofNullable(pages.get(request.path()))
                .map(page -> page.apply(request, now))
                .orElseGet(() -> text(404, "Not found. Available: " + String.join(" ", pages.keySet()), now));
    }

    /** Browsers accept HTML. A client that accepts JSON but not HTML gets JSON. */
    private static boolean wantsJson(FeedRequest request) {
        return request.header("Accept")
                .filter(accept -> accept.contains(JSON) && !accept.contains("text/html"))
                .isPresent();
    }

    private FeedResponse statusJson(Instant now) {
        return ok(JSON, Bytes.utf8(StatusJson.of(source.at(now))), now);
    }

    private FeedResponse html(String template, String name, Object value, Instant now) {
        var parameters = Map.of(name, value, "style", style.name(), "script", script.name());
        return ok(HTML, templates.html(template, parameters), now);
    }

    private FeedResponse pollsJson(Instant now) {
        return ok(JSON, Bytes.utf8(PollsJson.of(polls.report(now))), now);
    }

    private static FeedResponse text(int status, String message, Instant now) {
        return withText(common(status, now), message);
    }

    private static FeedResponse ok(String mediaType, Bytes body, Instant now) {
        return common(200, now)
                .with("Vary", "Accept")
                .with("Content-Type", mediaType)
                .withBody(body);
    }

    private static FeedResponse withText(FeedResponse response, String message) {
        return response.with("Content-Type", TEXT).withBody(Bytes.utf8(message + "\n"));
    }

    private static FeedResponse common(int status, Instant now) {
        return FeedResponse.status(status)
                .with("Date", HttpDate.format(now))
                .with("Cache-Control", "no-store")
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Cross-Origin-Resource-Policy", "same-origin");
    }
}
