package org.feedside.tools.setup;

import org.feedside.base.slugs.Slugs;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.Taxonomy;
import org.feedside.feeds.Format;

/** Autodiscovery tags as plain HTML with absolute URLs, for the templates of any generator. */
final class PlainTags {
    private static final String TERM = "TERM";

    private PlainTags() {}

    static String text(SiteSetup site) {
        var config = site.site();
        var language = config.defaultLanguage();
        var title = ConfigQuoting.html(language.title().orElseGet(site::host));
        var name = FeedTag.xmlName(config);
        var html = new StringBuilder("<!-- In the head of every page. -->\n");
        html.append(tag(site, "", name, title)).append(tag(site, "", Format.JSON.fileName(), title));
        for (var feed : site.service().feeds()) {
            html.append(tag(site, feed.name() + "/", Format.ATOM.fileName(), ConfigQuoting.html(feed.title())));
        }
        if (!language.taxonomies().isEmpty()) {
            html.append(
                            "\n<!-- In the head of a term's page, before the others, as many readers take the first; replace ")
                    .append(TERM)
                    .append(" with the term as it appears in the address of its page. -->\n");
        }
        for (var taxonomy : language.taxonomies()) {
            html.append(tag(site, folder(site, taxonomy), name, TERM));
        }
        return html.toString();
    }

    private static String folder(SiteSetup site, Taxonomy taxonomy) {
        return Slugs.ofPath(taxonomy.name(), site.site().slugify().taxonomies()) + "/" + TERM + "/";
    }

    private static String tag(SiteSetup site, String folder, String name, String title) {
        return FeedTag.of(
                name, title, ConfigQuoting.html(PercentEncoding.iri(site.site().url(folder + name))), site.site());
    }
}
