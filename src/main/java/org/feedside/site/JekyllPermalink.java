package org.feedside.site;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.slugs.SlugMode;
import org.feedside.config.PermalinkPattern;
import org.feedside.content.DatedName;
import org.feedside.content.Page;
import org.feedside.content.SourcePath;

/** The address of a post in Jekyll's folders of posts. Jekyll defines {@code :title} and {@code :slug} as no other does. */
class JekyllPermalink extends HugoPermalink {
    private final Optional<ZoneId> timezone;

    /**
     * @param timezone the timezone of the dates in addresses; empty for that of each date
     */
    JekyllPermalink(Page page, SourcePath path, Set<String> sections, SlugMode mode, Optional<ZoneId> timezone) {
        super(page, path, sections, mode);
        this.timezone = timezone;
    }

    static String slugOf(String text) {
        return text.replaceAll("[^\\p{M}\\p{L}\\p{Nd}]+", "-")
                .replaceAll("^-|-$", "")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    PermalinkPattern defaultPattern() {
        return PermalinkPattern.JEKYLL_DEFAULT;
    }

    @Override
    PermalinkPattern pattern(String written) {
        return PermalinkPattern.ofStyle(written);
    }

    @Override
    String baseName() {
        return name();
    }

    /** The slug in front matter, else the file's name without its date. */
    private String name() {
        return page().slug().orElse(DatedName.of(path().stem()).rest());
    }

    @Override
    String title() {
        return name().replaceAll("[^\\p{M}\\p{L}\\p{Nd}._~!$&'()+,;=@]+", "-").replaceAll("^-|-$", "");
    }

    @Override
    String pageSlug() {
        return slugOf(name());
    }

    @Override
    List<String> folders() {
        return path().foldersAbovePosts();
    }

    @Override
    OffsetDateTime local(OffsetDateTime date) {
        return timezone.map(zone -> date.atZoneSameInstant(zone).toOffsetDateTime())
                .orElse(date);
    }

    /** The path stays as it is. */
    @Override
    String urlPath(String path) {
        return encoded(parts(path), path.endsWith("/"));
    }
}
