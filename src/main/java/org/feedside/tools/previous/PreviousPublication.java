package org.feedside.tools.previous;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.feedside.http.client.Downloads;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.state.PublishedState;
import org.feedside.publishing.state.StateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of a site that is published elsewhere, from its manifest. */
public final class PreviousPublication {
    private static final Logger LOG = LoggerFactory.getLogger(PreviousPublication.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private PreviousPublication() {}

    /**
     * Fetches the state. A site without a manifest (404) has published nothing yet.
     *
     * @param baseUrl the address of the site, with a final slash or without
     * @throws StateException if what is published cannot be known
     */
    public static PublishedState fetch(URI baseUrl) {
        var address = URI.create(baseUrl.toString().replaceFirst("(?<!/)$", "/") + Manifest.PATH);
        var response = get(address);
        if (response.status() == 404) {
            LOG.warn("{} does not exist (404), so this is the first publication of the site", address);
            return PublishedState.NONE;
        } else if (response.status() != 200) {
            throw failure(address, "the server answers " + response.status());
        }
        return Manifest.read(response.body().toArray())
                .map(Manifest::state)
                .orElseThrow(() -> failure(address, "it is not a manifest of Feedside"));
    }

    private static Downloads.Response get(URI address) {
        try {
            return new Downloads(HttpClient.Redirect.NORMAL, TIMEOUT)
                    .get(address, Map.of("Cache-Control", "no-cache"), Manifest.MAX_BYTES);
        } catch (IOException e) {
            throw failure(address, String.valueOf(e.getMessage()));
        }
    }

    private static StateException failure(URI address, String reason) {
        return new StateException(
                "the published manifest %s cannot be read (%s), so nothing is written: try again, or omit --previous if the feeds have no subscribers yet"
                        .formatted(address, reason));
    }
}
