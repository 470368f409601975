package org.feedside.site;

import java.time.OffsetDateTime;
import java.time.ZoneId;
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
import org.feedside.config.PermalinkPattern.Placeholder;
import org.feedside.content.DatedName;
import org.feedside.content.Page;

/**
 * What the placeholders of a pattern stand for. Hugo and Jekyll mean different things by {@code :title} and
 * {@code :slug}: in Jekyll's folders Jekyll is right, elsewhere Hugo.
 *
 * @param timezone the zone in which Jekyll looks at dates, if it is known
 */
record PermalinkPlaceholders(Page page, Set<String> sections, SlugMode mode, Optional<ZoneId> timezone) {
    /** What each placeholder stands for, percent-encoded. */
    String value(Placeholder placeholder) {
        return switch (placeholder.name()) {
            case "title" ->
                PercentEncoding.path(isJekylls() ? jekyllsName("[^\\p{M}\\p{L}\\p{Nd}._~!$&'()+,;=@]+") : title());
            case "slug" -> PercentEncoding.path(isJekylls() ? jekyllsSlug(jekyllsOwnName()) : slugOr(title()));
            case "name" -> PercentEncoding.path(jekyllsSlug(page.path().stem()));
            case "filename", "contentbasename" -> PercentEncoding.path(baseName());
            case "slugorfilename", "slugorcontentbasename" -> PercentEncoding.path(slugOr(baseName()));
            case "fileslug" ->
                PercentEncoding.path(slug(DatedName.of(fileName()).rest()));
            case "section" -> joined(folders().stream().limit(1).toList());
            case "sections" -> joined(Slice.of(placeholder.slice(), sectionPath()));
            case "folders" -> joined(folders());
            case "path" ->
                joined(folders()) + "/" + PercentEncoding.path(page.path().stem());
            case "collection" -> "posts";
            case "categories" -> categories(name -> name.toLowerCase(Locale.ROOT));
            case "slugified_categories" -> categories(PermalinkPlaceholders::jekyllsSlug);
            case "output_ext" -> ".html";
            default ->
                page.date()
                        .map(date -> dateWord(placeholder.name(), date.dateTime()))
                        .orElse("");
        };
    }

    private boolean isJekylls() {
        return page.path().isJekylls();
    }

    /** Jekyll's own name for a post: front matter's slug, else the file's name without its date. */
    private String jekyllsOwnName() {
        return page.slug().orElse(DatedName.of(page.path().stem()).rest());
    }

    private String jekyllsName(String replaced) {
        return jekyllsOwnName().replaceAll(replaced, "-").replaceAll("^-|-$", "");
    }

    private static String jekyllsSlug(String text) {
        return text.replaceAll("[^\\p{M}\\p{L}\\p{Nd}]+", "-")
                .replaceAll("^-|-$", "")
                .toLowerCase(Locale.ROOT);
    }

    private String title() {
        return slug(page.title().orElse(""));
    }

    private String slug(String text) {
        return Slugs.ofPath(text, mode);
    }

    private String slugOr(String otherwise) {
        return page.slug().map(this::slug).orElse(otherwise);
    }

    private String fileName() {
        var isHome = page.path().folder().isEmpty() && page.path().stem().equals("index");
        return isHome ? "" : page.path().pageName();
    }

    /** The slug of the file's name, or of the folder's for a bundle. */
    String baseName() {
        return slug(fileName());
    }

    /** The folders above the page; a bundle's own is not one of them. */
    private List<String> folders() {
        if (isJekylls()) {
            return page.path().foldersAboveJekylls();
        }
        var folders = page.path().folders();
        return page.path().isBundle() ? folders.subList(0, folders.size() - 1) : folders;
    }

    /** The folder whose section the page belongs to: Hugo takes the nearest above. */
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

    private String categories(UnaryOperator<String> form) {
        return page.taxonomies().getOrDefault("categories", List.of()).stream()
                .map(form)
                .distinct()
                .map(PercentEncoding::path)
                .collect(Collectors.joining("/"));
    }

    private String dateWord(String word, OffsetDateTime written) {
        var date = isJekylls()
                ? timezone.map(zone -> written.atZoneSameInstant(zone).toOffsetDateTime())
                        .orElse(written)
                : written;
        return switch (word) {
            case "weekday" -> Integer.toString(date.getDayOfWeek().getValue() % 7);
            case "w_day" -> Integer.toString(date.getDayOfWeek().getValue());
            case "yearday" -> Integer.toString(date.getDayOfYear());
            case "w_year" -> Integer.toString(date.get(IsoFields.WEEK_BASED_YEAR));
            case "week" -> "%02d".formatted(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            default ->
                DateTimeFormatter.ofPattern(datePattern(word), Locale.ENGLISH).format(date);
        };
    }

    private static String datePattern(String word) {
        return switch (word) {
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
            default -> throw new IllegalArgumentException("no placeholder: " + word);
        };
    }
}
