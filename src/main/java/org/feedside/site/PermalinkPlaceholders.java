package org.feedside.site;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.feedside.base.slugs.SlugMode;
import org.feedside.base.slugs.Slugs;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.Generator;
import org.feedside.config.PermalinkPattern.Placeholder;
import org.feedside.content.DatedName;
import org.feedside.content.Page;
import org.feedside.content.SourcePath;

/**
 * The values of the placeholders of a permalink pattern for one page. Hugo and Jekyll define {@code :title} and
 * {@code :slug} differently: Jekyll's definition applies in Jekyll's folders, Hugo's elsewhere.
 *
 * @param path the path of its file, without a language
 * @param timezone the timezone in which Jekyll formats dates, if it is configured
 */
record PermalinkPlaceholders(
        Page page,
        SourcePath path,
        Set<String> sections,
        SlugMode mode,
        Generator generator,
        Optional<ZoneId> timezone) {
    /** The value of a placeholder, percent-encoded. */
    String value(Placeholder placeholder) {
        return switch (placeholder.name()) {
            case "title" ->
                PercentEncoding.path(isJekyll() ? jekyllTitle("[^\\p{M}\\p{L}\\p{Nd}._~!$&'()+,;=@]+") : title());
            case "slug" -> PercentEncoding.path(isJekyll() ? jekyllSlug(jekyllBaseName()) : slugOr(title()));
            case "name" -> PercentEncoding.path(jekyllSlug(path.stem()));
            case "filename", "contentbasename" -> PercentEncoding.path(baseName());
            case "slugorfilename", "slugorcontentbasename" -> PercentEncoding.path(slugOr(baseName()));
            case "slugorfileslug" ->
                PercentEncoding.path(slugOr(slug(DatedName.of(fileName()).rest())));
            case "fileslug" ->
                PercentEncoding.path(slug(DatedName.of(fileName()).rest()));
            case "section" -> joined(folders().stream().limit(1).toList());
            case "sections" -> joined(Slice.of(placeholder.slice(), sectionPath()));
            case "folders" -> joined(folders());
            case "path" -> joined(folders()) + "/" + PercentEncoding.path(path.stem());
            case "collection" -> "posts";
            case "categories" -> categories(name -> name.toLowerCase(Locale.ROOT));
            case "slugified_categories" -> categories(PermalinkPlaceholders::jekyllSlug);
            case "output_ext" -> ".html";
            default ->
                page.date()
                        .map(date -> datePart(placeholder.name(), date.dateTime()))
                        .orElse("");
        };
    }

    private boolean isJekyll() {
        return path.isJekyllFile(generator);
    }

    /** Jekyll's name of a post: the slug in front matter, else the file's name without its date. */
    private String jekyllBaseName() {
        return page.slug().orElse(DatedName.of(path.stem()).rest());
    }

    private String jekyllTitle(String separators) {
        return jekyllBaseName().replaceAll(separators, "-").replaceAll("^-|-$", "");
    }

    private static String jekyllSlug(String text) {
        return text.replaceAll("[^\\p{M}\\p{L}\\p{Nd}]+", "-")
                .replaceAll("^-|-$", "")
                .toLowerCase(Locale.ROOT);
    }

    private String title() {
        var title = page.title().orElse("");
        return generator == Generator.ELEVENTY ? Slugs.ofPath(title, SlugMode.ON) : slug(title);
    }

    private String slug(String text) {
        return Slugs.ofPath(text, mode);
    }

    private String slugOr(String defaultSlug) {
        return page.slug().map(this::slug).orElse(defaultSlug);
    }

    private String fileName() {
        var isHome = path.folder().isEmpty() && path.stem().equals("index");
        return isHome ? "" : path.pageName();
    }

    /** The slug of the page's name: of the folder for a bundle, else of the file. */
    String baseName() {
        return generator == Generator.JEKYLL ? jekyllBaseName() : slug(fileName());
    }

    /** The folders above the page; for a bundle, without the bundle's folder. */
    private List<String> folders() {
        if (isJekyll()) {
            return path.foldersAbovePosts();
        }
        var folders = path.folders();
        return path.isBundle() ? folders.subList(0, folders.size() - 1) : folders;
    }

    /** The folder of the page's section: as in Hugo, the nearest section above, else the top folder. */
    String sectionFolder() {
        var folders = folders();
        for (int i = folders.size(); i > 0; i--) {
            var folder = String.join("/", folders.subList(0, i));
            if (sections.contains(folder)) {
                return folder;
            }
        }
        return folders.isEmpty() ? "" : folders.get(0);
    }

    private List<String> sectionPath() {
        var folder = sectionFolder();
        return folder.isEmpty() ? List.of() : List.of(folder.split("/"));
    }

    private String joined(List<String> parts) {
        return parts.stream().map(part -> PercentEncoding.path(slug(part))).collect(Collectors.joining("/"));
    }

    private String categories(UnaryOperator<String> formatting) {
        return page.taxonomies().getOrDefault("categories", List.of()).stream()
                .map(formatting)
                .distinct()
                .map(PercentEncoding::path)
                .collect(Collectors.joining("/"));
    }

    private String datePart(String name, OffsetDateTime written) {
        var date = isJekyll()
                ? timezone.or(() -> Optional.<ZoneId>of(ZoneOffset.UTC).filter(zone -> generator == Generator.JEKYLL))
                        .map(zone -> written.atZoneSameInstant(zone).toOffsetDateTime())
                        .orElse(written)
                : written;
        return switch (name) {
            case "weekday" -> Integer.toString(date.getDayOfWeek().getValue() % 7);
            case "w_day" -> Integer.toString(date.getDayOfWeek().getValue());
            case "yearday" -> Integer.toString(date.getDayOfYear());
            case "w_year" -> Integer.toString(date.get(IsoFields.WEEK_BASED_YEAR));
            case "week" -> "%02d".formatted(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            default ->
                DateTimeFormatter.ofPattern(datePattern(name), Locale.ENGLISH).format(date);
        };
    }

    private static String datePattern(String name) {
        return switch (name) {
            case "year" -> "uuuu";
            case "short_year" -> "uu";
            case "month" -> "MM";
            case "i_month" -> "M";
            case "short_month" -> "MMM";
            case "long_month", "monthname" -> "MMMM";
            case "day" -> "dd";
            case "i_day" -> "d";
            case "y_day" -> "DDD";
            case "short_day" -> "EEE";
            case "long_day", "weekdayname" -> "EEEE";
            case "hour" -> "HH";
            case "minute" -> "mm";
            case "second" -> "ss";
            default -> throw new IllegalArgumentException("unknown placeholder: " + name);
        };
    }
}
