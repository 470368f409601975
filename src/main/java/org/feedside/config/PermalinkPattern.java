package org.feedside.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path with the placeholders of Hugo and Jekyll, such as {@code /:year/:month/:slug/}. */
public record PermalinkPattern(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile(":([a-z_]+)(\\[[^\\]/]*\\])?");

    public static final Set<String> KNOWN = Set.of("""
            year month day hour minute second short_year i_month i_day y_day w_year week w_day short_day
            long_day short_month long_month monthname weekday weekdayname yearday title slug name filename
            slugorfilename slugorfileslug contentbasename slugorcontentbasename fileslug section sections folders path
            collection categories slugified_categories output_ext""".split("\\s+", -1));

    private static final Map<String, String> STYLES = Map.of(
            "date", "/:categories/:year/:month/:day/:title:output_ext",
            "pretty", "/:categories/:year/:month/:day/:title/",
            "ordinal", "/:categories/:year/:y_day/:title:output_ext",
            "weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext",
            "none", "/:categories/:title:output_ext");

    /** Jekyll's default for posts. */
    public static final PermalinkPattern JEKYLL_DEFAULT = ofStyle("date");

    /** Hugo's default for pages; Eleventy's default gives the same paths for lower-case names. */
    public static final PermalinkPattern HUGO_DEFAULT = new PermalinkPattern("/:folders/:slugorcontentbasename/");

    /** Returns the pattern for the name of a Jekyll style or for a pattern's text. */
    public static PermalinkPattern ofStyle(String nameOrPattern) {
        return new PermalinkPattern(STYLES.getOrDefault(nameOrPattern, nameOrPattern));
    }

    public static boolean isStyle(String name) {
        return STYLES.containsKey(name);
    }

    public Optional<String> unknownPlaceholder() {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .filter(match -> known(match.group(1)).isEmpty())
                .map(match -> match.group(1))
                .findFirst();
    }

    /** Returns the path with each placeholder replaced by its value. All other text stays. */
    public String fill(Function<Placeholder, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            var name = known(match.group(1));
            if (name.isEmpty()) {
                return Matcher.quoteReplacement(match.group());
            }
            var slice = match.group(2) == null ? "" : match.group(2);
            var isSliced = name.get().equals("sections");
            var value = values.apply(new Placeholder(name.get(), isSliced ? slice : ""));
            // In ":year_:month" the underscore is not part of the name.
            var suffix = match.group(1).substring(name.get().length()) + (isSliced ? "" : slice);
            return Matcher.quoteReplacement(value + suffix);
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
     * @param slice a selection of path parts, such as {@code [1:]}; empty for all
     */
    public record Placeholder(String name, String slice) {}
}
