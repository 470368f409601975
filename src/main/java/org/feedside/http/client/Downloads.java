package org.feedside.http.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Decoding;

/** Gets files from other servers, within limits of time and size. Thread-safe. */
public final class Downloads {
    private final HttpClient client;
    private final Duration timeout;

    /** @param timeout the time for a complete response */
    public Downloads(HttpClient.Redirect redirects, Duration timeout) {
        // Over plain HTTP, HTTP/2 starts with an Upgrade field, which makes some servers fail.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(redirects)
                .connectTimeout(timeout)
                .build();
        this.timeout = timeout;
    }

    /** A complete response; the body is decoded. */
    public record Response(int status, HttpHeaders fields, Bytes body) {
        public Optional<String> field(String name) {
            return fields.firstValue(name);
        }
    }

    /**
     * Sends a GET.
     *
     * @param maxBytes the limit of the body, before and after it is decoded
     * @throws IOException with the reason in plain words
     */
    public Response get(URI address, Map<String, String> fields, int maxBytes) throws IOException {
        var request =
                HttpRequest.newBuilder(address).header("User-Agent", "Feedside").header("Accept-Encoding", "gzip");
        fields.forEach(request::header);
        var exchange = client.sendAsync(request.build(), info -> new LimitedBody(maxBytes));
        try {
            return decoded(exchange.get(timeout.toSeconds(), TimeUnit.SECONDS), maxBytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (TimeoutException e) {
            throw new IOException("no complete response within %d s".formatted(timeout.toSeconds()), e);
        } catch (ExecutionException e) {
            throw new IOException(
                    RequestFailure.reason(Optional.ofNullable(e.getCause()).orElse(e)), e);
        } finally {
            exchange.cancel(true);
        }
    }

    private static Response decoded(HttpResponse<LimitedBody.Body> response, int maxBytes) throws IOException {
        var coding = response.headers()
                .firstValue("Content-Encoding")
                .orElse("identity")
                .toLowerCase(Locale.ROOT);
        var body = response.body().isCut()
                ? Optional.<Bytes>empty()
                : Decoding.decode(coding, response.body().bytes(), maxBytes);
        return new Response(
                response.statusCode(),
                response.headers(),
                body.orElseThrow(() -> new IOException("the response is larger than %d MB, or has the unknown coding %s"
                        .formatted(maxBytes >> 20, RequestFailure.printable(coding)))));
    }
}
