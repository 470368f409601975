package org.feedside.following;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.base.text.PercentEncoding;
import org.feedside.feeds.FeedPage;
import org.feedside.feeds.Format;
import org.feedside.feeds.Lookup;
import org.feedside.http.client.Downloads;
import org.feedside.publishing.Document;
import org.feedside.publishing.FeedInfo;

/**
 * The publisher's response to a request for a document that it makes on demand.
 *
 * @param address the requested address
 * @param root the address of the publisher's feeds, with a final slash
 * @param path below base_url, percent-decoded
 */
record ForwardedResponse(URI address, String root, String baseUrl, String path, Downloads.Response response) {
    /** A link that Feedside writes (RFC 8288, section 3). */
    private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"(self|alternate)\"");

    Lookup<Document> lookup() {
        return switch (response.status()) {
            case 200 -> new Lookup.Found<>(document());
            case 301 -> target().<Lookup<Document>>map(Lookup.Moved::new).orElseGet(Lookup.Unavailable::new);
            case 303 -> target().<Lookup<Document>>map(Lookup.SeeOther::new).orElseGet(Lookup.Unavailable::new);
            case 400 -> new Lookup.Rejected<>(document());
            case 404, 410 -> new Lookup.NotFound<>();
            default -> new Lookup.Unavailable<>();
        };
    }

    /** Returns the path that a redirect leads to; empty if it leads to another site. */
    private Optional<String> target() {
        return response.field("Location")
                .map(location -> address.resolve(location).toString())
                .flatMap(location -> List.of(root, folderUrl()).stream()
                        .filter(location::startsWith)
                        .map(folder -> PercentEncoding.decodedPath(location.substring(folder.length())))
                        .findFirst());
    }

    private String folderUrl() {
        return PercentEncoding.url(baseUrl.replaceFirst("(?<!/)$", "/"));
    }

    private Document document() {
        var mediaType = response.field("Content-Type").orElse("application/octet-stream");
        if (Format.ofMediaType(mediaType).isPresent()) {
            return feed(mediaType);
        }
        var page = new FeedPage(path, folderUrl() + PercentEncoding.path(path));
        var kind = mediaType.startsWith("text/html") ? Document.Kind.PAGE : Document.Kind.ASSET;
        return Document.forPage(page, mediaType, response.body(), kind);
    }

    /** Returns a feed with the links that the publisher sends: the feed's page first, then the page about the feed. */
    private Document feed(String mediaType) {
        var alternates = links("alternate");
        var info = new FeedInfo(
                alternates.stream().findFirst(),
                alternates.stream()
                        .skip(1)
                        .filter(url -> url.startsWith(folderUrl()))
                        .map(url -> new FeedPage(
                                PercentEncoding.decodedPath(
                                        url.substring(folderUrl().length())),
                                url))
                        .findFirst(),
                Optional.empty());
        var url = links("self").stream().findFirst().orElse(folderUrl() + PercentEncoding.path(path));
        return Document.onDemand(path, url, mediaType, info, response.body());
    }

    private List<String> links(String relation) {
        return LINK.matcher(response.field("Link").orElse(""))
                .results()
                .filter(link -> link.group(2).equals(relation))
                .map(link -> link.group(1))
                .toList();
    }
}
