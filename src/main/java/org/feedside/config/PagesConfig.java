package org.feedside.config;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedside.base.toml.Table;

/**
 * The web pages about the feeds: the keys {@code pages} and {@code browsers} of {@code feedside.toml}.
 *
 * @param folder the folder of the pages below base_url, without slashes at its ends; empty for no pages
 * @param browsersSeePages whether a browser that navigates to a feed is redirected to the feed's page
 */
public record PagesConfig(Optional<String> folder, boolean browsersSeePages) {
    private static final Pattern FOLDER = Pattern.compile("(?=.{1,200}\\z)[a-z0-9]+(?:[-_/][a-z0-9]+)*");
    private static final Set<String> BROWSERS = Set.of("feed", "page");

    static PagesConfig read(Table table) {
        var folder = table.string("pages").orElse("feeds");
        if (!folder.isEmpty() && !FOLDER.matcher(folder).matches()) {
            table.error(
                    "pages", "`pages` must be a path such as \"feeds\", of a-z, 0-9, - and /, or \"\" for no pages");
        }
        var browsers = table.string("browsers").orElse(folder.isEmpty() ? "feed" : "page");
        if (!BROWSERS.contains(browsers)) {
            table.error("browsers", "`browsers` must be \"feed\" or \"page\": what a browser gets at a feed's URL");
        } else if (browsers.equals("page") && folder.isEmpty()) {
            table.error("browsers", "`browsers` cannot be \"page\" without pages: remove `pages = \"\"`");
        }
        return new PagesConfig(Optional.of(folder).filter(f -> !f.isEmpty()), browsers.equals("page"));
    }
}
