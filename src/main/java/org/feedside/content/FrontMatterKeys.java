package org.feedside.content;

import java.util.ArrayList;
import java.util.Optional;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.toml.Table;
import org.feedside.config.Layout;

/** Reads the front matter of a file once more, for the places of its keys: the files of a site do not keep them. */
public final class FrontMatterKeys {
    private FrontMatterKeys() {}

    /** Returns the keys of a file; empty if it has no front matter. */
    public static Optional<Table> of(ContentFile file, Layout layout) {
        return ContentConventions.of(layout, "")
                .split(file.file(), file.text().full(), new ArrayList<>())
                .map(FrontMatter::values);
    }

    /** Returns the place of a taxonomy in a page. */
    public static Place ofTaxonomy(Page page, Layout layout, String name) {
        var keys = of(page, layout);
        return keys.flatMap(table -> table.table("taxonomies"))
                .or(() -> keys)
                .map(table -> table.place(name))
                .orElse(Place.startOf(page.file()));
    }
}
