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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.feedside.http.client.LimitedBody;
import org.feedside.http.client.RequestFailure;
import org.feedside.pipeline.Progress;
import org.feedside.tools.doctor.FetchResult.Missing;
import org.feedside.tools.doctor.FetchResult.Received;

/** Fetches over the network: one request at a time, with timeouts. */
final class HttpFetcher implements Fetcher {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration LIMIT_PER_HOST = Duration.ofSeconds(30);

    /** A response is late after this part of the limit. */
    private static final int LATE_PART = 3;

    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(1);
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
    private final Duration limitPerHost;
    private final Progress progress;
    private final Map<String, Duration> waited = new HashMap<>();

    /**
     * @param limit the maximum time of one response
     * @param limitPerHost the maximum time of all requests to one host that get no response, or a late one; after that it
     *     is not asked any more
     * @param server what to connect to, if not what DNS says
     */
    HttpFetcher(Duration limit, Duration limitPerHost, Optional<FixedServer> server, Progress progress) {
        // With HTTP/2 enabled, the client would offer an upgrade on unencrypted connections, which no feed reader does.
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT);
        server.ifPresent(builder::proxy);
        this.client = builder.build();
        this.limit = limit;
        this.limitPerHost = limitPerHost;
        this.progress = progress;
    }

    static HttpFetcher patient(Optional<FixedServer> server, Progress progress) {
        return new HttpFetcher(LIMIT, LIMIT_PER_HOST, server, progress);
    }

    @Override
    public FetchResult get(URI address, Map<String, String> fields) throws InterruptedException {
        var host = WebAddress.host(address);
        var left = limitPerHost.minus(waited.getOrDefault(host, Duration.ZERO));
        if (left.toMillis() <= 0) {
            return new Missing(ConnectionFailure.NOT_ASKED, "");
        }
        var start = System.nanoTime();
        var result = get(address, fields, left.compareTo(limit) < 0 ? left : limit);
        var time = Duration.ofNanos(System.nanoTime() - start);
        if (result instanceof Missing || time.compareTo(limit.dividedBy(LATE_PART)) > 0) {
            waited.merge(host, time, Duration::plus);
        }
        return result;
    }

    private FetchResult get(URI address, Map<String, String> fields, Duration atMost) throws InterruptedException {
        var request = HttpRequest.newBuilder(address).GET();
        fields.forEach(request::header);
        var start = System.nanoTime();
        var exchange = client.sendAsync(request.build(), info -> new LimitedBody(MAX_BYTES));
        try {
            var response = await(exchange, WebAddress.host(address), atMost);
            return new Received(
                    response.statusCode(),
                    new ResponseFields(response.headers().map()),
                    response.body().bytes(),
                    response.body().isCut(),
                    Duration.ofNanos(System.nanoTime() - start));
        } catch (TimeoutException e) {
            // What is left of the time for the host may be too short to say anything about this request.
            return atMost.compareTo(limit.dividedBy(LATE_PART)) < 0
                    ? new Missing(ConnectionFailure.NOT_ASKED, "")
                    : new Missing(
                            ConnectionFailure.NO_ANSWER, "%d s".formatted(Math.round(atMost.toMillis() / 1000.0)));
        } catch (ExecutionException e) {
            var failure = Optional.ofNullable(e.getCause()).orElse(e);
            return new Missing(failureOf(failure), shown(failure));
        } finally {
            exchange.cancel(true);
        }
    }

    private <T> T await(Future<T> exchange, String host, Duration atMost)
            throws InterruptedException, ExecutionException, TimeoutException {
        var total = (int) atMost.toSeconds();
        for (var seconds = 0; seconds < total; seconds++) {
            try {
                return exchange.get(PROGRESS_INTERVAL.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                progress.report("waiting for %s, seconds".formatted(host), seconds + 1, total);
            }
        }
        return exchange.get(atMost.minusSeconds(total).toNanos(), TimeUnit.NANOSECONDS);
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
