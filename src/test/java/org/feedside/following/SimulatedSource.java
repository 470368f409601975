package org.feedside.following;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.feedside.feeds.Lookup;
import org.feedside.http.FeedResponse;
import org.feedside.http.client.Downloads;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.state.DocumentState;

/**
 * A server behind a network that loses, damages and mixes up responses, with a cache that ignores queries and may be
 * outdated. The requests are those of a real {@link HttpSource}.
 */
public final class SimulatedSource implements Source {
    private static final int CACHED = 3;

    private final Server server;
    private final HttpSource requests = new HttpSource(URI.create("http://publisher/"), this::file, this::onDemand);
    private final Map<String, List<Downloads.Response>> cached = new HashMap<>();
    private final Map<String, Integer> injected = new TreeMap<>();
    private Optional<Downloads.Response> last = Optional.empty();
    private Random chance = new Random(0);
    private int faults;

    public SimulatedSource(Server server) {
        this.server = server;
    }

    /** A server, or several in turn. */
    @FunctionalInterface
    public interface Server {
        /** Returns the response to a GET; empty if no server can be reached. */
        Optional<FeedResponse> get(String path, String query, Map<String, String> fields);
    }

    /** Makes a percentage of the requests fail, drawn from a seed. */
    public void setFaults(int percent, int seed) {
        faults = percent;
        chance = new Random(seed);
    }

    public boolean hasFaults() {
        return faults > 0;
    }

    /** Returns the number of injected faults by kind. */
    public Map<String, Integer> injected() {
        return injected;
    }

    @Override
    public Optional<Found> manifest(Optional<String> tag) throws IOException {
        return requests.manifest(tag);
    }

    @Override
    public Bytes document(DocumentState document) throws IOException {
        return requests.document(document);
    }

    @Override
    public Lookup<Document> onDemand(String baseUrl, String path, String query) {
        return requests.onDemand(baseUrl, path, query);
    }

    private Downloads.Response file(URI address, Map<String, String> fields, int maxBytes) throws IOException {
        if (chance.nextInt(100) >= faults) {
            return get(address, fields);
        }
        return switch (chance.nextInt(6)) {
            case 0 -> throw lost();
            case 1 -> {
                // The request arrived, and its response is lost.
                get(address, fields);
                throw lost();
            }
            case 2 -> damaged(get(address, fields), "truncated response", body -> Arrays.copyOf(body, body.length / 2));
            case 3 -> damaged(get(address, fields), "damaged response", SimulatedSource::damaged);
            case 4 -> {
                var response = last;
                response.ifPresent(found -> count("response to another request"));
                yield response.isPresent() ? response.get() : get(address, fields);
            }
            default -> cached(address, fields);
        };
    }

    /** Responses on demand cannot be verified, so only those get lost that no client can take for complete. */
    private Downloads.Response onDemand(URI address, Map<String, String> fields, int maxBytes) throws IOException {
        if (chance.nextInt(100) >= faults) {
            return get(address, fields);
        } else if (chance.nextBoolean()) {
            throw lost();
        }
        return cached(address, fields);
    }

    private IOException lost() {
        count("lost response");
        return new IOException("connection reset");
    }

    private Downloads.Response cached(URI address, Map<String, String> fields) throws IOException {
        var known = cached.getOrDefault(address.getPath(), List.of());
        if (known.isEmpty()) {
            return get(address, fields);
        }
        count("outdated cache");
        return known.get(chance.nextInt(known.size()));
    }

    /** Damages the first byte, so that a manifest cannot be read, or for a document any byte. */
    private static byte[] damaged(byte[] body) {
        var damaged = body.clone();
        if (damaged.length > 0) {
            var at = damaged[0] == '{' ? 0 : damaged.length / 2;
            damaged[at] = (byte) (damaged[at] ^ 1);
        }
        return damaged;
    }

    /** How a body changes on the way. */
    private interface Damage {
        byte[] of(byte[] body);
    }

    private Downloads.Response damaged(Downloads.Response response, String fault, Damage damage) {
        count(fault);
        return new Downloads.Response(
                response.status(),
                response.fields(),
                Bytes.of(damage.of(response.body().toArray())));
    }

    private Downloads.Response get(URI address, Map<String, String> fields) throws IOException {
        var query = Optional.ofNullable(address.getRawQuery()).orElse("");
        var response = server.get(address.getRawPath(), query, fields)
                .map(SimulatedSource::received)
                .orElseThrow(() -> new IOException("connection refused"));
        last = Optional.of(response);
        if (response.status() == 200) {
            var all = cached.computeIfAbsent(address.getPath(), path -> new ArrayList<>());
            if (all.size() == CACHED) {
                all.remove(0);
            }
            all.add(response);
        }
        return response;
    }

    private static Downloads.Response received(FeedResponse response) {
        var fields = new TreeMap<String, List<String>>();
        response.headers().forEach((name, value) -> fields.put(name, List.of(value)));
        return new Downloads.Response(
                response.status(),
                HttpHeaders.of(fields, (name, value) -> true),
                response.body().orElseGet(() -> Bytes.of(new byte[0])));
    }

    private void count(String fault) {
        injected.merge(fault, 1, Integer::sum);
    }
}
