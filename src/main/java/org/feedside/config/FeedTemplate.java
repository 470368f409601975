package org.feedside.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** The format that a site's own feed template produces. */
public enum FeedTemplate {
    ATOM,
    RSS;

    private static final Pattern COMMENT = Pattern.compile("\\{#.*?#}|<!--.*?-->", Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?(feed|rss)(?=[\\s>/])");

    /** Finds the root element in a template; empty if the template produces another format, such as JSON. */
    static Optional<FeedTemplate> of(String template) {
        var root = ROOT.matcher(COMMENT.matcher(template).replaceAll(""));
        return root.find() ? Optional.of(root.group(1).equals("rss") ? RSS : ATOM) : Optional.empty();
    }
}
