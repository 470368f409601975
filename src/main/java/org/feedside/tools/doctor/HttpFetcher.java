package org.feedside.tools.doctor;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.feedside.http.client.LimitedBody;
import org.feedside.http.client.RequestFailure;
import org.feedside.tools.doctor.FetchResult.Missing;
import org.feedside.tools.doctor.FetchResult.Received;

/** Fetches over the network: one request at a time, with timeouts. */
final class HttpFetcher implements Fetcher {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MAX_BYTES = 10_000_000;

    private final HttpClient client;
    private final Duration limit;

    /**
     * Creates a fetcher.
     *
     * @param limit the maximum time of one response
     */
    HttpFetcher(Duration limit) {
        // With HTTP/2 enabled, the client would offer an upgrade on unencrypted connections, which no feed reader does.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT)
                .build();
        this.limit = limit;
    }

    static HttpFetcher patient() {
        return new HttpFetcher(LIMIT);
    }

    @Override
    public FetchResult get(URI address, Map<String, String> fields) throws InterruptedException {
        var request = HttpRequest.newBuilder(address).GET();
        fields.forEach(request::header);
        var start = System.nanoTime();
        var exchange = client.sendAsync(request.build(), info -> new LimitedBody(MAX_BYTES));
        try {
            var response = exchange.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new Received(
                    response.statusCode(),
                    new ResponseFields(response.headers().map()),
                    response.body().bytes(),
                    response.body().isCut(),
                    Duration.ofNanos(System.nanoTime() - start));
        } catch (TimeoutException e) {
            return new Missing(ConnectionFailure.NO_ANSWER, "%d s".formatted(limit.toSeconds()));
        } catch (ExecutionException e) {
            var failure = Optional.ofNullable(e.getCause()).orElse(e);
            return new Missing(failureOf(failure), shown(failure));
        } finally {
            exchange.cancel(true);
        }
    }

    static ConnectionFailure failureOf(Throwable failure) {
        if (failure instanceof HttpConnectTimeoutException) {
            return ConnectionFailure.NO_CONNECTION;
        }
        if (failure instanceof HttpTimeoutException) {
            return ConnectionFailure.NO_ANSWER;
        }
        if (failure instanceof ConnectException) {
            return RequestFailure.has(failure, UnresolvedAddressException.class)
                    ? ConnectionFailure.NO_SUCH_HOST
                    : ConnectionFailure.REFUSED;
        }
        return failure instanceof SSLException ? ofTls(failure) : ConnectionFailure.BROKEN;
    }

    /** Most causes are only in Java's messages, which have not changed since JDK 8. */
    private static ConnectionFailure ofTls(Throwable failure) {
        if (RequestFailure.has(failure, CertificateExpiredException.class)) {
            return ConnectionFailure.CERTIFICATE_EXPIRED;
        }
        if (RequestFailure.has(failure, CertPathBuilderException.class)
                || RequestFailure.has(failure, CertPathValidatorException.class)) {
            return ConnectionFailure.CERTIFICATE_UNTRUSTED;
        }
        if (RequestFailure.has(failure, CertificateException.class)) {
            return ConnectionFailure.CERTIFICATE_OF_ANOTHER;
        }
        return String.valueOf(failure.getMessage()).contains("ecognized SSL message")
                ? ConnectionFailure.NOT_TLS
                : ConnectionFailure.TLS;
    }

    /** Returns the message on one line of printable ASCII. */
    private static String shown(Throwable failure) {
        var message = Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
        return RequestFailure.printable(message);
    }
}
