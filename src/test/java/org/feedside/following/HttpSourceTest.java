package org.feedside.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.feeds.Lookup;
import org.feedside.http.client.Downloads;
import org.feedside.publishing.Bytes;
import org.junit.jupiter.api.Test;

/** The requests to a publisher for its manifest and for documents on demand. */
class HttpSourceTest {
    private static final String TAG = "\"" + Bytes.utf8("{}").digest() + "\"";

    private final Deque<Downloads.Response> manifests = new ArrayDeque<>();
    private final HttpSource source = new HttpSource(
            URI.create("https://example.org"),
            (address, fields, maxBytes) -> manifests.remove(),
            (address, fields, maxBytes) -> response(404, ""));

    private static Downloads.Response response(int status, String body) {
        var fields = HttpHeaders.of(Map.of("ETag", List.of(TAG)), (name, value) -> true);
        return new Downloads.Response(status, fields, Bytes.utf8(body));
    }

    private Lookup<?> onDemand() {
        return source.onDemand("https://example.org", "tags/none/atom.xml", "");
    }

    @Test
    void a_server_with_other_entity_tags_is_not_asked_for_documents_on_demand() throws IOException {
        manifests.add(response(200, "{ }"));

        source.manifest(Optional.empty());

        assertThat(onDemand()).isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void a_damaged_manifest_does_not_end_the_requests_for_documents_on_demand() throws IOException {
        manifests.addAll(List.of(response(200, "{}"), response(200, "{"), response(304, "")));

        for (int i = 0; i < 3; i++) {
            source.manifest(Optional.of(TAG));
            assertThat(onDemand()).isInstanceOf(Lookup.NotFound.class);
        }
    }
}
