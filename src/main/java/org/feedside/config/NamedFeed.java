package org.feedside.config;

import java.util.Optional;

/**
 * A feed that the site's owner made up.
 *
 * @param name the folder of its files below base_url
 * @param rule which posts are in it
 * @param language the code of the language whose posts it has; empty for the default language
 */
public record NamedFeed(
        String name, String title, Optional<String> description, Rule rule, Optional<String> language) {}
