package org.feedside.site;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.slugs.SlugMode;
import org.feedside.base.slugs.Slugs;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.Layout;
import org.feedside.config.PermalinkPattern;
import org.feedside.config.PermalinkPattern.Placeholder;
import org.feedside.content.DatedName;
import org.feedside.content.Page;
import org.feedside.content.SourcePath;

/** The address of a page by Hugo's rules, which Eleventy's defaults match, and the values of the placeholders of patterns. */
class HugoPermalink {
    private final Page page;
    private final SourcePath path;
    private final Set<String> sections;
    private final SlugMode mode;

    /**
     * @param path the path of the page's file, without a language
     * @param sections the folders that are sections
     */
    HugoPermalink(Page page, SourcePath path, Set<String> sections, SlugMode mode) {
        this.page = page;
        this.path = path;
        this.sections = sections;
        this.mode = mode;
    }

    /** Returns the rules of a page's generator. */
    static HugoPermalink of(Layout.Folder layout, Page page, SourcePath path, Set<String> sections, SlugMode mode) {
        return switch (layout.generator()) {
            case HUGO -> new HugoPermalink(page, path, sections, mode);
            case JEKYLL ->
                new JekyllPermalink(
                        page, path, sections, mode, layout.timezone().or(() -> Optional.of(ZoneOffset.UTC)));
            case ELEVENTY -> new EleventyPermalink(page, path, sections, mode);
            case OTHER, ZOLA ->
                path.isInPosts()
                        ? new OtherPermalink(page, path, sections, mode, layout.timezone())
                        : new HugoPermalink(page, path, sections, mode);
        };
    }

    /** The pattern of posts if none is configured. */
    PermalinkPattern defaultPattern() {
        return PermalinkPattern.HUGO_DEFAULT;
    }

    /** Returns the pattern that is written in front matter. */
    PermalinkPattern pattern(String written) {
        return new PermalinkPattern(written);
    }

    /** The value of a placeholder, percent-encoded. */
    final String value(Placeholder placeholder) {
        return switch (placeholder.name()) {
            case "title" -> PercentEncoding.path(title());
            case "slug" -> PercentEncoding.path(pageSlug());
            case "name" -> PercentEncoding.path(JekyllPermalink.slugOf(path.stem()));
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
            case "slugified_categories" -> categories(JekyllPermalink::slugOf);
            case "output_ext" -> ".html";
            default ->
                page.date()
                        .map(date -> datePart(placeholder.name(), date.dateTime()))
                        .orElse("");
        };
    }

    final Page page() {
        return page;
    }

    final SourcePath path() {
        return path;
    }

    String title() {
        return slug(page.title().orElse(""));
    }

    String pageSlug() {
        return slugOr(title());
    }

    final String slug(String text) {
        return Slugs.ofPath(text, mode);
    }

    private String slugOr(String defaultSlug) {
        return page.slug().map(this::slug).orElse(defaultSlug);
    }

    final String fileName() {
        var isHome = path.folder().isEmpty() && path.stem().equals("index");
        return isHome ? "" : path.pageName();
    }

    /** The slug of the page's name: of the folder for a bundle, else of the file. */
    String baseName() {
        return slug(fileName());
    }

    /**
     * Completes and percent-encodes a path (RFC 3986, section 3.3): {@code index.html} is removed, and a path without a file
     * name extension gets a trailing slash.
     */
    String urlPath(String path) {
        var parts = parts(path);
        var last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        var isIndex = !path.endsWith("/") && last.equals("index.html");
        if (isIndex) {
            parts.remove(parts.size() - 1);
        }
        return encoded(parts, isIndex || path.endsWith("/") || !last.contains("."));
    }

    static List<String> parts(String path) {
        return Stream.of(path.split("/", -1))
                .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static String encoded(List<String> parts, boolean isFolder) {
        return PercentEncoding.partlyEncodedPath(
                "/" + String.join("/", parts) + (isFolder && !parts.isEmpty() ? "/" : ""));
    }

    /** The folders above the page; for a bundle, without the bundle's folder. */
    List<String> folders() {
        var folders = path.folders();
        return path.isBundle() ? folders.subList(0, folders.size() - 1) : folders;
    }

    /** The folder of the page's section: as in Hugo, the nearest section above, else the top folder. */
    final String sectionFolder() {
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

    /** Returns a date in the timezone in which addresses show it. */
    OffsetDateTime local(OffsetDateTime date) {
        return date;
    }

    private String datePart(String name, OffsetDateTime written) {
        var date = local(written);
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
