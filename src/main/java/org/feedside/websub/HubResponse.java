package org.feedside.websub;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedside.base.text.WebUrl;

/** The head of a hub's response, and the result of the ping. */
record HubResponse(int status, Optional<String> location, Optional<String> retryAfter) {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /** Whether to send the ping again to another address, as a POST even after 301 and 302. */
    boolean isRedirect() {
        return REDIRECTS.contains(status);
    }

    /** Returns the target of a redirect if it is followed: HTTP and HTTPS are, but never from HTTPS to HTTP. */
    Optional<URI> target(URI from) {
        return location.flatMap(WebUrl::parse)
                .map(from::resolve)
                .filter(to -> WebUrl.isOne(to) && (WebUrl.isHttps(to) || !WebUrl.isHttps(from)));
    }

    /** Returns the result of the ping; not for redirects. */
    PingResult result() {
        var why = "it answers " + status;
        if (status / 100 == 2) {
            return new PingResult.Accepted();
        }
        return status / 100 == 4 && status != TOO_MANY_REQUESTS
                ? new PingResult.Refused(why, retryDelay())
                : new PingResult.Unavailable(why, retryDelay());
    }

    private Optional<Duration> retryDelay() {
        return retryAfter
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }
}
