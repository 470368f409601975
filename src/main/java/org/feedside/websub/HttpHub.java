package org.feedside.websub;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.feedside.http.client.LimitedBody;
import org.feedside.http.client.RequestFailure;

/** Sends pings to a hub over HTTP. */
final class HttpHub implements Hub {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PING_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_REDIRECTS = 5;

    /** A short body is read, so that the connection can be reused. */
    private static final int MAX_DRAINED_BYTES = 16 << 10;

    private final HttpClient client;
    private final URI address;
    private final Duration timeout;

    /**
     * Creates a hub with another HTTP client and timeout.
     *
     * @param timeout how long one ping may take, including redirects
     */
    HttpHub(URI address, HttpClient.Builder client, Duration timeout) {
        // Over plain HTTP, HTTP/2 starts with an Upgrade field, which makes some servers fail.
        this.client = client.version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.address = address;
        this.timeout = timeout;
    }

    static HttpHub at(URI address) {
        return new HttpHub(address, HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT), PING_TIMEOUT);
    }

    @Override
    public PingResult publish(String topic) throws InterruptedException {
        var encoded = URLEncoder.encode(topic, StandardCharsets.UTF_8);
        var form = "hub.mode=publish&hub.url=%s&hub.topic=%s".formatted(encoded, encoded);
        var deadline = System.nanoTime() + timeout.toNanos();
        try {
            var target = address;
            for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
                var response = post(target, form, deadline);
                if (!response.isRedirect()) {
                    return response.result();
                }
                var next = response.target(target);
                if (next.isEmpty()) {
                    return PingResult.Unavailable.because("it redirects with %d from %s to %s, which is not followed"
                            .formatted(
                                    response.status(),
                                    target,
                                    response.location()
                                            .map(RequestFailure::printable)
                                            .orElse("no address")));
                }
                target = next.get();
            }
            return PingResult.Unavailable.because("it redirects more than %d times".formatted(MAX_REDIRECTS));
        } catch (IOException e) {
            return PingResult.Unavailable.because(RequestFailure.reason(e));
        }
    }

    /** Sends a form and waits for the head of the response until the deadline. */
    private HubResponse post(URI target, String form, long deadline) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "Feedside")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var head = new CompletableFuture<HubResponse>();
        var exchange = client.sendAsync(request, info -> {
            var fields = info.headers();
            head.complete(new HubResponse(
                    info.statusCode(), fields.firstValue("Location"), fields.firstValue("Retry-After")));
            return new LimitedBody(MAX_DRAINED_BYTES);
        });
        try {
            exchange.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // The head is enough, even if the body does not end.
            if (!head.isDone()) {
                throw new HttpTimeoutException("no response");
            }
        } catch (ExecutionException e) {
            if (!head.isDone()) {
                throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
            }
        } finally {
            exchange.cancel(true);
        }
        return head.join();
    }
}
