package org.feedside.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a site's own template of a feed makes. */
public enum FeedTemplate {
    ATOM,
    RSS;

    private static final Pattern COMMENT = Pattern.compile("\\{#.*?#}|<!--.*?-->", Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?(feed|rss)(?=[\\s>/])");

    /** Looks for the root element in a template's text; none if the template makes something else, such as JSON. */
    static Optional<FeedTemplate> of(String template) {
        var root = ROOT.matcher(COMMENT.matcher(template).replaceAll(""));
        return root.find() ? Optional.of(root.group(1).equals("rss") ? RSS : ATOM) : Optional.empty();
    }
}
