package org.feedside.config;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Our own settings, from {@code feedside.toml}.
 *
 * @param limit how many entries a feed has at most, in place of Zola's {@code feed_limit}
 * @param maxPostBytes a larger post is refused
 * @param followLinks whether links out of the folder of posts are followed
 * @param settle how long the folder must be quiet before a change is looked at
 * @param settleAtMost how long a change waits for quiet at most
 * @param lookEvery how often the whole folder is looked at, whatever events say
 * @param shrinkAfter how long the folder must stay the same before most posts go at once
 * @param timezone where a date without an offset is taken to have come; empty for the system's
 * @param future whether posts dated in the future are shown at once, as Zola does
 * @param sectionFeeds whether sections without {@code generate_feeds} get feeds as well
 * @param archives whether posts that the limit keeps out of feeds can be read in archives (RFC 5005, section 4)
 * @param feeds further feeds, by the owner's own rules
 * @param icon the URL of a small square picture of the site, or its path
 * @param logo the URL of a larger picture of the site, or its path
 * @param hub the WebSub hub that is told of changes
 * @param pages what people see of the feeds
 * @param operator where the operator looks after the service
 * @param shortcodes a small HTML pattern for each shortcode that the site wants shown its own way
 * @param http what readers and proxies are told
 */
public record ServiceConfig(
        String host,
        int port,
        OptionalInt limit,
        long maxPostBytes,
        boolean followLinks,
        Duration settle,
        Duration settleAtMost,
        Duration lookEvery,
        Duration shrinkAfter,
        Optional<ZoneId> timezone,
        boolean future,
        boolean sectionFeeds,
        boolean archives,
        List<NamedFeed> feeds,
        Optional<String> icon,
        Optional<String> logo,
        Optional<URI> hub,
        PagesConfig pages,
        OperatorConfig operator,
        Map<String, String> shortcodes,
        HttpConfig http) {
    public static final ServiceConfig DEFAULT = new ServiceConfig(
            "127.0.0.1",
            8080,
            OptionalInt.empty(),
            5_000_000,
            false,
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Optional.empty(),
            false,
            false,
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            PagesConfig.DEFAULT,
            OperatorConfig.DEFAULT,
            Map.of(),
            HttpConfig.DEFAULT);

    public ServiceConfig {
        feeds = List.copyOf(feeds);
        shortcodes = Map.copyOf(shortcodes);
    }

    public ServiceConfig listeningOn(String newHost, int newPort) {
        return new ServiceConfig(
                newHost,
                newPort,
                limit,
                maxPostBytes,
                followLinks,
                settle,
                settleAtMost,
                lookEvery,
                shrinkAfter,
                timezone,
                future,
                sectionFeeds,
                archives,
                feeds,
                icon,
                logo,
                hub,
                pages,
                operator,
                shortcodes,
                http);
    }

    public ServiceConfig withHub(Optional<URI> newHub) {
        return new ServiceConfig(
                host,
                port,
                limit,
                maxPostBytes,
                followLinks,
                settle,
                settleAtMost,
                lookEvery,
                shrinkAfter,
                timezone,
                future,
                sectionFeeds,
                archives,
                feeds,
                icon,
                logo,
                newHub,
                pages,
                operator,
                shortcodes,
                http);
    }
}
