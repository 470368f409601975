package org.feedside.websub;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** A hub that is reached over HTTP. */
final class HttpHub implements Hub {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_SHOWN = 200;

    private final HttpClient client;
    private final URI address;
    private final Duration limit;

    /**
     * A hub with limits of its own.
     *
     * @param limit how long one ping may take, redirects and all
     */
    HttpHub(URI address, HttpClient.Builder client, Duration limit) {
        // HTTP/2 would begin with the offer of an upgrade, which plain servers have been seen to choke on.
        this.client = client.version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.address = address;
        this.limit = limit;
    }

    static HttpHub at(URI address) {
        return new HttpHub(address, HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT), LIMIT);
    }

    @Override
    public PingResult publish(String topic) throws InterruptedException {
        var encoded = URLEncoder.encode(topic, StandardCharsets.UTF_8);
        var form = "hub.mode=publish&hub.url=%s&hub.topic=%s".formatted(encoded, encoded);
        var deadline = System.nanoTime() + limit.toNanos();
        try {
            var target = address;
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                var reply = post(target, form, deadline);
                if (!reply.isRedirect()) {
                    return reply.meaning();
                }
                var next = reply.target(target);
                if (next.isEmpty()) {
                    return PingResult.Unavailable.because("it redirects with %d from %s to %s, which is not followed"
                            .formatted(
                                    reply.status(),
                                    target,
                                    reply.location().map(HttpHub::shown).orElse("nowhere")));
                }
                target = next.get();
            }
            return PingResult.Unavailable.because("it redirects more than %d times".formatted(MOST_REDIRECTS));
        } catch (IOException e) {
            return PingResult.Unavailable.because(reason(e));
        }
    }

    /** What a stranger wrote, fit for a line of a log. */
    private static String shown(String text) {
        var plain = text.replaceAll("[^\\x20-\\x7E]", "?");
        return plain.length() > MOST_SHOWN ? plain.substring(0, MOST_SHOWN) + "…" : plain;
    }

    /** Sends a form, and waits for the answer until the deadline. */
    private HubResponse post(URI target, String form, long deadline) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "Feedside")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var head = new CompletableFuture<HubResponse>();
        var exchange = client.sendAsync(request, info -> {
            head.complete(replyOf(info));
            return new DrainedBody();
        });
        try {
            exchange.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // An answer whose text does not end was given all the same.
            if (!head.isDone()) {
                throw new HttpTimeoutException("no answer");
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

    private static HubResponse replyOf(HttpResponse.ResponseInfo info) {
        return new HubResponse(
                info.statusCode(),
                info.headers().firstValue("Location"),
                info.headers().firstValue("Retry-After"));
    }

    private static String reason(IOException e) {
        if (e instanceof HttpConnectTimeoutException) {
            return "no connection in time";
        }
        if (e instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        if (e instanceof ConnectException) {
            return isUnresolved(e) ? "no such host" : "no connection";
        }
        var what = e instanceof SSLException ? "no safe connection: " : "the connection was closed early: ";
        return what + shown(String.valueOf(e.getMessage()));
    }

    /** Whether the host's name was not found; how deep that is buried differs between versions of Java. */
    private static boolean isUnresolved(IOException e) {
        return Stream.iterate(Optional.<Throwable>of(e), Optional::isPresent, t -> t.map(Throwable::getCause))
                .anyMatch(t -> t.get() instanceof UnresolvedAddressException);
    }
}
