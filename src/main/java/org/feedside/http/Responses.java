package org.feedside.http;

import java.time.Duration;
import java.time.Instant;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Snapshot;

/** The answers that carry no feed. */
final class Responses {
    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final String A_MOMENT = "10";

    private Responses() {}

    static FeedResponse options(Instant now) {
        return common(FeedResponse.status(204), now)
                .with("Allow", METHODS)
                .with("Access-Control-Allow-Methods", METHODS)
                .with("Access-Control-Allow-Headers", "If-None-Match, If-Modified-Since, A-IM")
                .with("Access-Control-Max-Age", "86400")
                .withoutBody();
    }

    static FeedResponse methodNotAllowed(Instant now) {
        return text(
                common(FeedResponse.status(405), now).with("Allow", METHODS),
                "Feeds are only read here: use GET or HEAD.");
    }

    static FeedResponse malformedPath(Instant now) {
        return text(
                common(FeedResponse.status(400), now),
                "This path is malformed: it must be UTF-8, percent-encoded or not, without \"..\".");
    }

    /** Remembered for a minute only, as a new tag may bring the feed that is asked for. */
    static FeedResponse notFound(Snapshot snapshot, Instant now) {
        var known = snapshot.documents().stream().map(Document::url).findFirst();
        return text(
                common(FeedResponse.status(404), now).with("Cache-Control", "public, max-age=60"),
                "There is no feed at this address."
                        + known.map(url -> " One that exists: " + url).orElse(""));
    }

    /** Readers write the new address down, so it is said for ever, with no second hop. */
    static FeedResponse moved(String location, Instant now) {
        return text(
                common(FeedResponse.status(301), now)
                        .with("Location", location)
                        .with("Cache-Control", "public, max-age=3600"),
                "This feed is now at " + location);
    }

    /** Leads whoever asked to a page, and says nothing of others: readers find the feed where it is. */
    static FeedResponse toPage(String location, Instant now) {
        return text(
                common(FeedResponse.status(302), now)
                        .with("Location", location)
                        .with("Cache-Control", "no-store")
                        .with("Vary", FetchMetadata.DIFFERS_BY),
                "This is a feed, for feed readers. The page about it: " + location);
    }

    /** Leads from a form to what it asked for, and from a forgotten slash to the page. */
    static FeedResponse seeOther(String location, Instant now) {
        return text(
                common(FeedResponse.status(303), now).with("Location", location).with("Cache-Control", "no-store"),
                "This page is at " + location);
    }

    /** The form again, which says why nothing is what was asked for. */
    static FeedResponse impossible(Document page, Instant now) {
        return forPeople(common(FeedResponse.status(400), now).with("Cache-Control", "no-store"))
                .with("Content-Type", page.mediaType())
                .withBody(page.identity().bytes());
    }

    static FeedResponse gone(Instant now) {
        return text(
                common(FeedResponse.status(410), now).with("Cache-Control", "public, max-age=3600"),
                "This feed has ended. There is no need to ask for it again.");
    }

    /** Without validators, which readers would store; in seconds, as some read no date. */
    static FeedResponse tooManyRequests(Duration wait, Instant now) {
        return text(
                common(FeedResponse.status(429), now)
                        .with("Retry-After", Long.toString(wait.toSeconds()))
                        .with("Cache-Control", "no-store"),
                "You have loaded this feed several times, and it has not changed. Please send If-None-Match with the ETag"
                        + " that you got, or come back in %d seconds.".formatted(wait.toSeconds()));
    }

    static FeedResponse nothingPublished(Instant now) {
        return text(
                common(FeedResponse.status(503), now)
                        .with("Retry-After", A_MOMENT)
                        .with("Cache-Control", "no-store"),
                "The feeds are being made for the first time. Please come back in a few seconds.");
    }

    static FeedResponse busy(Instant now) {
        return text(
                common(FeedResponse.status(503), now)
                        .with("Retry-After", A_MOMENT)
                        .with("Cache-Control", "no-store"),
                "This feed cannot be made at this moment. Please come back in a few seconds.");
    }

    static FeedResponse stopping(Instant now) {
        return text(
                common(FeedResponse.status(503), now)
                        .with("Retry-After", A_MOMENT)
                        .with("Cache-Control", "no-store"),
                "This server is being stopped or started anew. Please come back in a few seconds.");
    }

    /** A request that never became one, or one that we failed to answer. */
    static FeedResponse refused(int status, Instant now) {
        var message = switch (status) {
            case 414, 431 -> "This request is too large.";
            case 505 -> "This server speaks HTTP/1.1.";
            case 500 -> "This server made a mistake. Its log says which.";
            default -> "This is not a well-formed HTTP request.";
        };
        return text(common(FeedResponse.status(status), now).with("Cache-Control", "no-store"), message);
    }

    /** What every answer says: feeds are public, and pages may read all that readers may. */
    static FeedResponse.Builder common(FeedResponse.Builder response, Instant now) {
        return response.with("Date", HttpDate.format(now))
                .with("Access-Control-Allow-Origin", "*")
                .with("Access-Control-Expose-Headers", "ETag, Last-Modified, Link, Retry-After");
    }

    /** Browsers run nothing of what they show. */
    static FeedResponse.Builder harmless(FeedResponse.Builder response) {
        return response.with("X-Content-Type-Options", "nosniff")
                .with("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src *; sandbox");
    }

    /** Pages use what stands beside them, and nothing from anywhere else. */
    static FeedResponse.Builder forPeople(FeedResponse.Builder response) {
        return response.with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "same-origin")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self';"
                                + " base-uri 'none'; frame-ancestors 'none'");
    }

    private static FeedResponse text(FeedResponse.Builder response, String message) {
        return harmless(response)
                .with("Content-Type", "text/plain;charset=utf-8")
                .withBody(Bytes.utf8(message + "\n"));
    }
}
