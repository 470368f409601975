package org.feedside.config;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The settings of {@code feedside.toml}.
 *
 * @param limit the maximum number of entries in a feed; overrides Zola's {@code feed_limit}
 * @param maxPostBytes the maximum size of a post's file; larger ones are errors
 * @param followLinks whether symbolic links that leave the content folder are followed
 * @param settle how long the folder must be quiet before a change is processed
 * @param settleAtMost the maximum time that a change waits for the folder to be quiet
 * @param lookEvery how often the entire folder is scanned, in case file events were lost
 * @param shrinkAfter how long the folder must stay unchanged before the removal of most posts is published
 * @param timezone the time zone of dates without an offset; empty for the system's
 * @param future whether posts with a future date are published at once, as Zola does
 * @param sectionFeeds whether sections without {@code generate_feeds} get feeds too
 * @param archives whether archive documents contain the posts beyond the limit (RFC 5005, section 4)
 * @param entries what the entries of feeds contain
 * @param icon the URL of a small square picture of the site, or its path
 * @param logo the URL of a larger picture of the site, or its path
 * @param hub the WebSub hub that is notified of changes
 * @param onPublish the command that runs after each publication, with its arguments; empty for none
 * @param built the built pages, if they decide what the feeds contain
 * @param shortcodes HTML patterns for shortcodes, by shortcode name
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
        EntriesConfig entries,
        Optional<String> icon,
        Optional<String> logo,
        Optional<URI> hub,
        List<String> onPublish,
        PagesConfig pages,
        PageDesign design,
        OperatorConfig operator,
        Optional<BuiltConfig> built,
        Map<String, String> shortcodes,
        HttpConfig http) {
    public static final ServiceConfig DEFAULT = ServiceConfigReader.read(SettingValues.NONE);

    public ServiceConfig {
        feeds = List.copyOf(feeds);
        onPublish = List.copyOf(onPublish);
        shortcodes = Map.copyOf(shortcodes);
    }

    /** Whether a feed may need the summaries of posts in place of their texts. */
    public boolean needsSummaries() {
        return entries.summaries() || feeds.stream().anyMatch(NamedFeed::summaries);
    }

    public ServiceConfig withHostAndPort(String newHost, int newPort) {
        return with(newHost, newPort, settle, hub);
    }

    public ServiceConfig withHub(Optional<URI> newHub) {
        return with(host, port, settle, newHub);
    }

    public ServiceConfig withSettle(Duration newSettle) {
        return with(host, port, newSettle, hub);
    }

    private ServiceConfig with(String newHost, int newPort, Duration newSettle, Optional<URI> newHub) {
        return new ServiceConfig(
                newHost,
                newPort,
                limit,
                maxPostBytes,
                followLinks,
                newSettle,
                settleAtMost,
                lookEvery,
                shrinkAfter,
                timezone,
                future,
                sectionFeeds,
                archives,
                feeds,
                entries,
                icon,
                logo,
                newHub,
                onPublish,
                pages,
                design,
                operator,
                built,
                shortcodes,
                http);
    }
}
