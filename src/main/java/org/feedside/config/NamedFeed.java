package org.feedside.config;

import java.util.Optional;
import org.feedside.base.diagnostics.Place;

/**
 * A feed that the site's owner made up.
 *
 * @param name the folder of its files below base_url
 * @param rule which posts are in it
 * @param ruleAt where the rule is written
 * @param language the code of the language whose posts it has; empty for the default language
 */
public record NamedFeed(
        String name,
        String title,
        Optional<String> description,
        FeedRule rule,
        Place ruleAt,
        Optional<String> language) {}
