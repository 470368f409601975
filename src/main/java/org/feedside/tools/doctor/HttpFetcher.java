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
import java.util.List;
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

    /** The meanings of exceptions. The first one that is among the causes of a failure decides. */
    private static final List<Map.Entry<Class<? extends Throwable>, ConnectionFailure>> MEANINGS = List.of(
            Map.entry(HttpConnectTimeoutException.class, ConnectionFailure.NO_CONNECTION),
            Map.entry(HttpTimeoutException.class, ConnectionFailure.NO_ANSWER),
            Map.entry(UnresolvedAddressException.class, ConnectionFailure.NO_SUCH_HOST),
            Map.entry(ConnectException.class, ConnectionFailure.REFUSED),
            Map.entry(CertificateExpiredException.class, ConnectionFailure.CERTIFICATE_EXPIRED),
            Map.entry(CertPathBuilderException.class, ConnectionFailure.CERTIFICATE_UNTRUSTED),
            Map.entry(CertPathValidatorException.class, ConnectionFailure.CERTIFICATE_UNTRUSTED),
            Map.entry(CertificateException.class, ConnectionFailure.CERTIFICATE_OF_ANOTHER),
            Map.entry(SSLException.class, ConnectionFailure.TLS));

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
        // Only Java's message tells this; it has not changed since JDK 8.
        if (String.valueOf(failure.getMessage()).contains("ecognized SSL message")) {
            return ConnectionFailure.NOT_TLS;
        }
        return MEANINGS.stream()
                .filter(meaning -> RequestFailure.has(failure, meaning.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(ConnectionFailure.BROKEN);
    }

    /** Returns the message on one line of printable ASCII. */
    private static String shown(Throwable failure) {
        var message = Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
        return RequestFailure.printable(message);
    }
}
