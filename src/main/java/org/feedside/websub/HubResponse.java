package org.feedside.websub;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The head of a hub's answer, and what it means.
 *
 * @param location of a redirect
 * @param retryAfter as the field says it
 */
record HubResponse(int status, Optional<String> location, Optional<String> retryAfter) {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /** Whether the same ping must be sent elsewhere; that a browser may send something else does not matter here. */
    boolean isRedirect() {
        return REDIRECTS.contains(status);
    }

    /** Where a redirect leads, if we go there: by HTTP, and never from a safe connection to one that is not. */
    Optional<URI> target(URI from) {
        try {
            return location.isEmpty()
                    ? Optional.empty()
                    : Optional.of(from.resolve(new URI(location.get()))).filter(to -> isAllowed(from, to));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isAllowed(URI from, URI to) {
        var isSafe = "https".equalsIgnoreCase(to.getScheme());
        var isPlain = "http".equalsIgnoreCase(to.getScheme());
        return to.getHost() != null && (isSafe || (isPlain && !"https".equalsIgnoreCase(from.getScheme())));
    }

    /** What it means, unless it is a redirect. */
    PingResult meaning() {
        var why = "it answers " + status;
        if (status / 100 == 2) {
            return new PingResult.Taken();
        }
        return status / 100 == 4 && status != TOO_MANY_REQUESTS
                ? new PingResult.Refused(why, pause())
                : new PingResult.Unavailable(why, pause());
    }

    private Optional<Duration> pause() {
        return retryAfter
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }
}
