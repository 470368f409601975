package org.feedside.http;

import java.time.Duration;
import java.time.Instant;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Snapshot;

/** The responses that carry no document. */
final class Responses {
    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final String RETRY_AFTER_SECONDS = "10";

    private Responses() {}

    static FeedResponse options(Instant now) {
        return status(204, now)
                .with("Allow", METHODS)
                .with("Access-Control-Allow-Methods", METHODS)
                .with("Access-Control-Allow-Headers", "If-None-Match, If-Modified-Since, A-IM")
                .with("Access-Control-Max-Age", "86400");
    }

    static FeedResponse methodNotAllowed(Instant now) {
        return text(status(405, now).with("Allow", METHODS), "This server only serves feeds: use GET or HEAD.");
    }

    static FeedResponse malformedPath(Instant now) {
        return text(
                status(400, now), "This path is malformed: it must be UTF-8, percent-encoded or not, without \"..\".");
    }

    /** Returns 404, cacheable for a minute only: a new tag may create this feed. */
    static FeedResponse notFound(Snapshot snapshot, Instant now) {
        var example = snapshot.documents().stream().map(Document::url).findFirst();
        return text(
                status(404, now).with("Cache-Control", "public, max-age=60"),
                "There is no feed at this address."
                        + example.map(url -> " One that exists: " + url).orElse(""));
    }

    /** Returns 301: readers store the new address, so it is permanent and leads directly to the target. */
    static FeedResponse moved(String location, Instant now) {
        return text(
                status(301, now).with("Location", location).with("Cache-Control", "public, max-age=3600"),
                "This feed is now at " + location);
    }

    /** Returns 302 to the page about a feed, for browsers only and not cacheable: readers get the feed here. */
    static FeedResponse toPage(String location, Instant now) {
        return text(
                status(302, now)
                        .with("Location", location)
                        .with("Cache-Control", "no-store")
                        .with("Vary", FetchMetadata.FIELD_NAME),
                "This is a feed, for feed readers. The page about it: " + location);
    }

    /** Returns 303, from a submitted form to its result, or from an address without its final slash to the page. */
    static FeedResponse seeOther(String location, Instant now) {
        return text(
                status(303, now).with("Location", location).with("Cache-Control", "no-store"),
                "This page is at " + location);
    }

    /** Returns 400 with the form again, which says what is wrong. */
    static FeedResponse rejected(Document page, Instant now) {
        return withPagePolicy(status(400, now).with("Cache-Control", "no-store"))
                .with("Content-Type", page.mediaType())
                .withBody(page.identity().bytes());
    }

    static FeedResponse gone(Instant now) {
        return text(
                status(410, now).with("Cache-Control", "public, max-age=3600"),
                "This feed has been retired. Please unsubscribe.");
    }

    /** Returns 429 without validators, which readers would store, and with a delay in seconds, which all can parse. */
    static FeedResponse tooManyRequests(Duration wait, Instant now) {
        return text(
                status(429, now)
                        .with("Retry-After", Long.toString(wait.toSeconds()))
                        .with("Cache-Control", "no-store"),
                "You have downloaded this feed several times, and it has not changed. Please send If-None-Match with its"
                        + " ETag, or try again in %d seconds.".formatted(wait.toSeconds()));
    }

    static FeedResponse nothingPublished(Instant now) {
        return unavailable("The feeds are being generated for the first time.", now);
    }

    static FeedResponse busy(Instant now) {
        return unavailable("This feed cannot be generated at the moment.", now);
    }

    static FeedResponse stopping(Instant now) {
        return unavailable("This server is shutting down or restarting.", now);
    }

    private static FeedResponse unavailable(String reason, Instant now) {
        return text(
                status(503, now).with("Retry-After", RETRY_AFTER_SECONDS).with("Cache-Control", "no-store"),
                reason + " Please try again in a few seconds.");
    }

    /** Returns an error for a malformed request, or for a failure of the service. */
    static FeedResponse error(int status, Instant now) {
        var message = switch (status) {
            case 414, 431 -> "This request is too large.";
            case 505 -> "This server speaks HTTP/1.1.";
            case 500 -> "Internal server error. See the log for details.";
            default -> "This is not a well-formed HTTP request.";
        };
        return text(status(status, now).with("Cache-Control", "no-store"), message);
    }

    /** Returns the fields of every response. Feeds are public, so scripts of any site may read them (CORS). */
    static FeedResponse status(int status, Instant now) {
        return FeedResponse.status(status)
                .with("Date", HttpDate.format(now))
                .with("Access-Control-Allow-Origin", "*")
                .with("Access-Control-Expose-Headers", "ETag, Last-Modified, Link, Retry-After");
    }

    /** Adds a policy that stops browsers from running anything in a feed. */
    static FeedResponse withFeedPolicy(FeedResponse response) {
        return response.with("X-Content-Type-Options", "nosniff")
                .with("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src *; sandbox");
    }

    /** Adds a policy that lets pages use only resources of the same origin. */
    static FeedResponse withPagePolicy(FeedResponse response) {
        return response.with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "same-origin")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
                                + " base-uri 'none'; frame-ancestors 'none'");
    }

    private static FeedResponse text(FeedResponse response, String message) {
        return withFeedPolicy(response)
                .with("Content-Type", "text/plain;charset=utf-8")
                .withBody(Bytes.utf8(message + "\n"));
    }
}
