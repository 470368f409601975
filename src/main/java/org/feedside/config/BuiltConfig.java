package org.feedside.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.feedside.base.disk.PathText;
import org.feedside.base.toml.Table;

/**
 * The pages that the site's generator builds, which decide what the feeds contain.
 *
 * @param folder the path of the folder, from that of the site
 * @param selector the CSS selector of the element that contains a post; empty to render the posts' Markdown
 * @param settle how long the folder must be quiet before its pages are used
 */
public record BuiltConfig(String folder, Optional<String> selector, Duration settle) {
    static Optional<BuiltConfig> read(Table table) {
        var selector = table.string("content_selector").filter(text -> !text.isBlank());
        var settle = SettingValues.duration(table, "built_settle", Duration.ofMillis(500));
        var folder = table.string("built");
        if (folder.filter(name ->
                        name.isBlank() || PathText.resolve(Path.of("."), name).isEmpty())
                .isPresent()) {
            table.error("built", "`built` must be the folder of the built site, as in built = \"public\"");
            return Optional.empty();
        }
        if (folder.isEmpty() && selector.isPresent()) {
            table.error("content_selector", "`content_selector` needs `built`, the folder of the pages: add it");
        }
        return folder.map(name -> new BuiltConfig(name, selector, settle));
    }

    /** Returns the folder of a site. */
    public Path in(Path site) {
        return PathText.resolve(site, folder).orElse(site);
    }
}
