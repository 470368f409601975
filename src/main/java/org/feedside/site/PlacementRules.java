package org.feedside.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Fence;
import org.feedside.base.text.PercentEncoding;
import org.feedside.base.text.XmlCharacters;
import org.feedside.config.Generator;
import org.feedside.config.SiteConfig;
import org.feedside.content.FrontMatterKeys;
import org.feedside.content.Page;
import org.feedside.content.PageDate;

/**
 * Decides whether a page is on the site and whether it is a post. Contains all rules that depend only on the page itself,
 * the configuration, the instant and the sections; a full build and an update both use them.
 */
record PlacementRules(SiteConfig config, Site.View view, Sections sections, KnownIds known) {
    PlacementRules at(Site.View later) {
        return new PlacementRules(config, later, sections, known);
    }

    Placement place(Page page) {
        var placed = Fence.of(page.file(), () -> placed(page));
        return placed.value().orElseGet(() -> Placement.hidden(placed.problems()));
    }

    private Placement placed(Page page) {
        if ((page.draft() && !view.drafts()) || sections.isDraft(page.path())) {
            return Placement.hidden(List.of());
        }
        var problems = new ArrayList<Diagnostic>();
        var defaultFolders = sections.of(config.defaultLanguage()).keySet();
        var located = Paths.of(config).locate(page, defaultFolders, problems).map(LocatedPage::asBuilt);
        if (located.isEmpty()) {
            return Placement.hidden(problems);
        }
        var expiry = page.expiryDate().map(this::instant);
        if (expiry.isPresent() && !expiry.get().isAfter(view.now())) {
            return Placement.hidden(problems);
        }
        var scheduled = page.publishDate()
                .or(located.get()::date)
                .map(this::instant)
                .filter(time -> !view.future() && time.isAfter(view.now()))
                .map(time -> new Site.ScheduledPost(page.file(), time));
        if (scheduled.isPresent()) {
            return Placement.hidden(new Placement.Notes(problems, scheduled, expiry));
        }
        checkTaxonomies(located.get(), problems);
        return new Placement(
                located,
                post(located.get(), problems),
                sections.foldersOf(located.get()),
                new Placement.Notes(problems, scheduled, expiry));
    }

    /** The id of a post: its permalink, or for Jekyll, as with jekyll-feed, the folder of that and the post's name. */
    private String id(LocatedPage located, String permalink) {
        return PercentEncoding.id(
                config.layout().generator() == Generator.JEKYLL
                        ? permalink.replaceFirst("[^/]*/?$", "") + PercentEncoding.path(located.slug())
                        : permalink);
    }

    private Instant instant(PageDate date) {
        return date.instantIn(view.timezone());
    }

    private void checkTaxonomies(LocatedPage page, List<Diagnostic> problems) {
        for (var name : page.page().taxonomies().keySet()) {
            if (page.language().taxonomy(name).isEmpty()) {
                problems.add(Code.UNKNOWN_TAXONOMY.warning(
                        FrontMatterKeys.ofTaxonomy(page.page(), config.layout(), name),
                        "the taxonomy `%s` is not in %s, so its terms get no feeds: add it to `taxonomies`, or remove it here"
                                .formatted(name, config.file())));
            }
        }
    }

    /** The post of a page that has a date and that front matter does not exclude from feeds. */
    private Optional<Post> post(LocatedPage located, List<Diagnostic> problems) {
        var page = located.page();
        var permalink = config.url(located.path());
        if (located.date().isEmpty()) {
            known.withoutDate(page.path()).ifPresent(problems::add);
            return Optional.empty();
        }
        if (!page.inFeeds()) {
            return Optional.empty();
        }
        var taken = known.taken(permalink, page);
        if (taken.isPresent()) {
            problems.add(taken.get());
            return Optional.empty();
        }
        if (XmlCharacters.hasForbidden(permalink)) {
            problems.add(Code.CHARACTER.warning(
                    page.file(),
                    "the address %s contains characters that XML does not allow, such as control characters: change the path, the slug or the file's name (feeds percent-encode them)"
                            .formatted(permalink)));
        }
        return Optional.of(new Post(
                page,
                located.language(),
                known.published(page.path()).orElse(located.date().get()),
                known.updated(page),
                located.path(),
                permalink,
                known.id(page.path()).orElseGet(() -> id(located, permalink)),
                sections.linkedHeadings(located).orElse(config.markdown().linkedHeadings()),
                List.of()));
    }
}
