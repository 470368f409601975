package org.feedside.operating;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A parsed User-Agent.
 *
 * @param reader a well-known reader, or the product named in the field
 * @param subscribers the declared number of subscribers, if any
 * @param feedId the reader's id of the feed; empty if none is given
 */
record UserAgent(String reader, Optional<Long> subscribers, String feedId) {
    static final String NONE = "(no User-Agent)";
    static final String UNNAMED = "(unnamed)";
    static final String BROWSER = "(browser)";

    /** The part of the field that is examined. */
    private static final int MAX_CHARACTERS = 500;

    private static final String NUMBER = "([0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,9})";

    /** Matches {@code 12 subscribers}, {@code 1,204 readers}. */
    private static final Pattern BEFORE =
            Pattern.compile("(?<![\\w.,])" + NUMBER + " ?(?:online )?(?:subscriber|reader|follower)");

    /** Matches {@code users 2}, {@code Subscriber Count: 12}. */
    private static final Pattern AFTER =
            Pattern.compile("\\b(?:subscribers?|users)(?: count)?[:=_ ] ?" + NUMBER + "(?![\\w.,])");

    private static final Pattern FEED_ID = Pattern.compile("\\bfeed-?id[:=] ?([a-z0-9]{1,64})");

    /** A name of at most 40 characters. It does not begin with a digit, as addresses do. */
    private static final Pattern NAME = Pattern.compile(" *+([A-Za-z][A-Za-z0-9._-]{0,39})");

    static UserAgent read(Optional<String> field) {
        var text = field.map(String::strip).orElse("");
        if (text.isEmpty()) {
            return new UserAgent(NONE, Optional.empty(), "");
        }
        var head = text.substring(0, Math.min(text.length(), MAX_CHARACTERS));
        var lower = head.toLowerCase(Locale.ROOT);
        var subscribers = subscribers(lower);
        var reader = KnownReaders.find(lower).orElseGet(() -> product(head, lower));
        return new UserAgent(
                reader,
                subscribers,
                subscribers.flatMap(n -> first(FEED_ID, lower)).orElse(""));
    }

    private static Optional<Long> subscribers(String lower) {
        // Most readers poll for one person and declare nothing, so the patterns are not even tried.
        if (!lower.contains("subscriber")
                && !lower.contains(" reader")
                && !lower.contains("follower")
                && !lower.contains("users")) {
            return Optional.empty();
        }
        return first(BEFORE, lower).or(() -> first(AFTER, lower)).map(n -> Long.parseLong(n.replace(",", "")));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Returns the first product (RFC 9110, section 10.1.5), or the one that claims compatibility with Mozilla. */
    private static String product(String head, String lower) {
        if (!lower.startsWith("mozilla/")) {
            return name(head, 0);
        }
        var compatible = lower.indexOf("compatible;");
        return compatible < 0 ? BROWSER : name(head, compatible + "compatible;".length());
    }

    private static String name(String text, int from) {
        var name = NAME.matcher(text).region(from, text.length());
        return name.lookingAt() ? name.group(1) : UNNAMED;
    }
}
