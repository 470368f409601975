package org.feedside.tools.doctor;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.feedside.formats.reading.FeedLinks;
import org.feedside.markup.discovery.UnexpectedPage;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Decoding;

/** The content of a response body. */
sealed interface BodyContent {
    /** The maximum size after decoding. No feed reader accepts more. */
    int MAX_BYTES = 32_000_000;

    /** No feed is expected: there is no body, or it belongs to an error. */
    record Nothing() implements BodyContent {}

    /** The coding is unknown, or the body is too long to examine. */
    record Opaque() implements BodyContent {}

    /**
     * A feed.
     *
     * @param plain its decoded bytes
     */
    record OfFeed(FeedLinks feed, Bytes plain) implements BodyContent {}

    record OfPage(UnexpectedPage page, String html) implements BodyContent {}

    /** The response names a content coding, but the body is not encoded with it. */
    record Garbled(String coding) implements BodyContent {}

    /**
     * Something else.
     *
     * @param why why it is not a feed
     */
    record Unreadable(String why) implements BodyContent {}

    /** Returns whether the body can be a feed. */
    default boolean mayBeFeed() {
        return this instanceof OfFeed || this instanceof Opaque;
    }

    static BodyContent of(FetchResult answer) {
        return answer instanceof FetchResult.Received received && received.status() == 200
                ? ofBody(received)
                : new Nothing();
    }

    private static BodyContent ofBody(FetchResult.Received received) {
        if (received.isCut()) {
            return new Opaque();
        }
        var plain = received.body();
        for (var coding : received.fields().elements("Content-Encoding")) {
            try {
                var decoded = Decoding.decode(coding, plain, MAX_BYTES);
                if (decoded.isEmpty()) {
                    return new Opaque();
                }
                plain = decoded.get();
            } catch (IOException e) {
                return new Garbled(coding);
            }
        }
        return ofPlain(plain);
    }

    private static BodyContent ofPlain(Bytes plain) {
        var text = plain.toString();
        if (UnexpectedPage.isPage(text)) {
            return new OfPage(UnexpectedPage.of(text), text);
        }
        if (text.isBlank()) {
            return new Unreadable("it is empty");
        }
        var feed = FeedLinks.read("the feed", plain.toArray());
        return feed.value()
                .<BodyContent>map(f -> new OfFeed(f, plain))
                .orElseGet(() -> new Unreadable(feed.problems().get(0).message()));
    }

    /** Returns the media type in lower case, without parameters. */
    static Optional<String> mediaType(ResponseFields fields) {
        return fields.value("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty());
    }
}
