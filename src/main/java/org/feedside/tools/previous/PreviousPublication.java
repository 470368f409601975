package org.feedside.tools.previous;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.feedside.http.client.LimitedBody;
import org.feedside.http.client.RequestFailure;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.state.PublishedState;
import org.feedside.publishing.state.StateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of a site that is published elsewhere, from its manifest. */
public final class PreviousPublication {
    private static final Logger LOG = LoggerFactory.getLogger(PreviousPublication.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Enough for 200,000 posts. */
    private static final int MAX_BYTES = 64 << 20;

    private PreviousPublication() {}

    /**
     * Fetches the state. A site without a manifest (404) has published nothing yet.
     *
     * @param baseUrl the address of the site, with a final slash or without
     * @throws StateException if what is published cannot be known
     */
    public static PublishedState fetch(URI baseUrl) throws InterruptedException {
        var address = URI.create(baseUrl.toString().replaceFirst("(?<!/)$", "/") + Manifest.PATH);
        var response = get(address);
        if (response.statusCode() == 404) {
            LOG.warn("{} does not exist (404), so this is the first build of the site", address);
            return PublishedState.NONE;
        } else if (response.statusCode() != 200) {
            throw failure(address, "the server answers " + response.statusCode());
        } else if (response.body().isCut()) {
            throw failure(address, "it is larger than %d MB".formatted(MAX_BYTES >> 20));
        }
        return Manifest.read(response.body().bytes().toArray())
                .map(Manifest::state)
                .orElseThrow(() -> failure(address, "it is not a manifest of Feedside"));
    }

    private static HttpResponse<LimitedBody.Body> get(URI address) throws InterruptedException {
        // Over plain HTTP, HTTP/2 starts with an Upgrade field, which makes some servers fail.
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(TIMEOUT)
                .build();
        var request = HttpRequest.newBuilder(address)
                .header("Cache-Control", "no-cache")
                .header("User-Agent", "Feedside")
                .build();
        var exchange = client.sendAsync(request, info -> new LimitedBody(MAX_BYTES));
        try {
            return exchange.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw failure(address, "no complete response within %d s".formatted(TIMEOUT.toSeconds()));
        } catch (ExecutionException e) {
            throw failure(
                    address,
                    RequestFailure.reason(Optional.ofNullable(e.getCause()).orElse(e)));
        } finally {
            exchange.cancel(true);
        }
    }

    private static StateException failure(URI address, String reason) {
        return new StateException(
                "the published manifest %s cannot be read (%s), so nothing is written: try again, or omit --previous if the feeds have no subscribers yet"
                        .formatted(address, reason));
    }
}
