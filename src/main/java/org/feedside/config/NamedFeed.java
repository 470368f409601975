package org.feedside.config;

import java.util.Optional;
import org.feedside.base.diagnostics.Place;

/**
 * An additional feed from the {@code [feeds]} table.
 *
 * @param name the folder of its files below base_url
 * @param language the language of its posts; empty for the default language
 * @param summaries whether its entries have summaries in place of the full texts
 */
public record NamedFeed(
        String name,
        String title,
        Optional<String> description,
        FeedRule rule,
        Place rulePlace,
        Optional<String> language,
        boolean summaries) {}
