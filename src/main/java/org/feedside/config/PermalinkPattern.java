package org.feedside.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path with placeholders in the words of Hugo and Jekyll, such as {@code /:year/:month/:slug/}. */
public record PermalinkPattern(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile(":([a-z_]+)(\\[[^\\]/]*\\])?");
    private static final Set<String> SLICED = Set.of("sections");

    /** Every placeholder there is. */
    public static final Set<String> KNOWN = Set.of(
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "short_year",
            "i_month",
            "i_day",
            "y_day",
            "w_year",
            "week",
            "w_day",
            "short_day",
            "long_day",
            "short_month",
            "long_month",
            "monthname",
            "weekday",
            "weekdayname",
            "yearday",
            "title",
            "slug",
            "name",
            "filename",
            "slugorfilename",
            "contentbasename",
            "slugorcontentbasename",
            "fileslug",
            "section",
            "sections",
            "folders",
            "path",
            "collection",
            "categories",
            "slugified_categories",
            "output_ext");

    private static final Map<String, String> STYLES = Map.of(
            "date", "/:categories/:year/:month/:day/:title:output_ext",
            "pretty", "/:categories/:year/:month/:day/:title/",
            "ordinal", "/:categories/:year/:y_day/:title:output_ext",
            "weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext",
            "none", "/:categories/:title:output_ext");

    /** What Jekyll does with posts unless it is told otherwise. */
    public static final PermalinkPattern JEKYLLS = ofStyle("date");

    /** What Hugo does with pages unless it is told otherwise; Eleventy gives the same for names in small letters. */
    public static final PermalinkPattern FOLDERS = new PermalinkPattern("/:folders/:slugorcontentbasename/");

    /** A pattern, or the name of one of Jekyll's styles. */
    public static PermalinkPattern ofStyle(String nameOrPattern) {
        return new PermalinkPattern(STYLES.getOrDefault(nameOrPattern, nameOrPattern));
    }

    public static boolean isStyle(String name) {
        return STYLES.containsKey(name);
    }

    /** The first placeholder, as written, that means nothing. */
    public Optional<String> unknown() {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .filter(match -> known(match.group(1)).isEmpty())
                .map(match -> match.group(1))
                .findFirst();
    }

    /** The path, with each placeholder's value in its place. What is no placeholder stays. */
    public String fill(Function<Placeholder, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            var name = known(match.group(1));
            if (name.isEmpty()) {
                return Matcher.quoteReplacement(match.group());
            }
            var slice = match.group(2) == null ? "" : match.group(2);
            var isSliced = SLICED.contains(name.get());
            var value = values.apply(new Placeholder(name.get(), isSliced ? slice : ""));
            // In ":year_:month" the line below is none of the name.
            var rest = match.group(1).substring(name.get().length()) + (isSliced ? "" : slice);
            return Matcher.quoteReplacement(value + rest);
        });
    }

    private static Optional<String> known(String name) {
        if (KNOWN.contains(name)) {
            return Optional.of(name);
        }
        return Optional.of(name.replaceFirst("_$", "")).filter(KNOWN::contains);
    }

    /**
     * One placeholder.
     *
     * @param slice which of several parts, such as {@code [1:]}; empty for all
     */
    public record Placeholder(String name, String slice) {}
}
