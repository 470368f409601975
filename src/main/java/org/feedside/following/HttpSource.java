package org.feedside.following;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.text.PercentEncoding;
import org.feedside.feeds.Lookup;
import org.feedside.http.client.Downloads;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.state.DocumentState;

/** A publication on a server: another Feedside, object storage, or a cache of one of them. */
public final class HttpSource implements Source {
    /** Enough for a large document over a slow connection; less than the time after which a refresh is overdue. */
    private static final Duration FILE_TIMEOUT = Duration.ofSeconds(30);

    /** A reader waits for it. */
    private static final Duration ON_DEMAND_TIMEOUT = Duration.ofSeconds(5);

    private static final int MAX_ON_DEMAND_BYTES = 16 << 20;

    private final String root;
    private final Client files;
    private final Client onDemand;

    /** Whether the server was recognised as a Feedside, which makes documents on demand. Damaged responses do not change this. */
    private volatile boolean isFeedside;

    /** @param root the address of the feeds, with a final slash or without */
    public HttpSource(URI root) {
        this(
                root,
                new Downloads(HttpClient.Redirect.NORMAL, FILE_TIMEOUT)::get,
                new Downloads(HttpClient.Redirect.NEVER, ON_DEMAND_TIMEOUT)::get);
    }

    /**
     * @param files follows redirects
     * @param onDemand does not follow redirects
     */
    HttpSource(URI root, Client files, Client onDemand) {
        this.root = root.toString().replaceFirst("(?<!/)$", "/");
        this.files = files;
        this.onDemand = onDemand;
    }

    /** Sends a GET, as {@link Downloads#get}. */
    interface Client {
        Downloads.Response get(URI address, Map<String, String> fields, int maxBytes) throws IOException;
    }

    @Override
    public Optional<Found> manifest(Optional<String> tag) throws IOException {
        var address = address(Manifest.PATH, "");
        var response = tag.isPresent()
                ? files.get(
                        address, Map.of("Cache-Control", "no-cache", "If-None-Match", tag.get()), Manifest.MAX_BYTES)
                : files.get(address, Map.of("Cache-Control", "no-cache"), Manifest.MAX_BYTES);
        if (response.status() == 304 && tag.isPresent()) {
            return Optional.empty();
        }
        var manifest = body(address, response);
        var newTag = response.field("ETag");
        // Feedside's entity tags begin with the digest of the plain bytes. No other server makes such tags.
        if (newTag.filter(t -> t.replaceFirst("^W/", "").startsWith("\"" + manifest.digest()))
                .isPresent()) {
            isFeedside = true;
        }
        return Optional.of(new Found(manifest, newTag));
    }

    @Override
    public Bytes document(DocumentState document) throws IOException {
        // Each version has its own address, so that no cache on the way returns another one.
        var address = address(document.file().path(), "?version=" + document.digest());
        return body(address, files.get(address, Map.of(), Manifest.MAX_BYTES));
    }

    private static Bytes body(URI address, Downloads.Response response) throws IOException {
        if (response.status() != 200) {
            throw new IOException("%s: the server answers %d".formatted(address, response.status()));
        }
        return response.body();
    }

    private URI address(String path, String query) {
        return URI.create(root + PercentEncoding.path(path) + query);
    }

    @Override
    public Lookup<Document> onDemand(String baseUrl, String path, String query) {
        if (!isFeedside) {
            return new Lookup.Unavailable<>();
        }
        try {
            var address = address(path, query.isEmpty() ? "" : "?" + query);
            var response = onDemand.get(address, Map.of(), MAX_ON_DEMAND_BYTES);
            return new ForwardedResponse(address, root, baseUrl, path, response).lookup();
        } catch (IOException | IllegalArgumentException e) {
            // The publisher is away, or the query is malformed.
            return new Lookup.Unavailable<>();
        }
    }
}
