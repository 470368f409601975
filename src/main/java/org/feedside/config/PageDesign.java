package org.feedside.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.feedside.base.text.Suggestion;
import org.feedside.base.text.TextResource;
import org.feedside.base.text.WebUrl;
import org.feedside.base.toml.Table;

/**
 * What an owner may change of the pages about the feeds: the keys {@code accent}, {@code pages_style}, {@code readers} and
 * {@code texts} of {@code feedside.toml}.
 *
 * @param accent a colour, {@code #rrggbb}
 * @param style the path below base_url of a style sheet that is added to the pages, without a leading slash
 * @param readers the feed readers that the pages offer, in this order, each with the pattern of the address that opens it
 * @param texts the texts that replace those of the pages, by key
 */
public record PageDesign(
        Optional<String> accent, Optional<String> style, Map<String, String> readers, Map<String, String> texts) {
    /** The resource bundle with the texts of the pages. */
    public static final String TEXTS = "org.feedside.pages.texts";

    /** A regular expression for a placeholder in a text; its group is the number of the value. */
    public static final String PLACEHOLDER = "\\{(\\d)}";

    /** The placeholder for the address of a feed, as a component of a query. */
    public static final String URL = "{url}";

    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern PATH = Pattern.compile("/[^/\\\\\\s?#][^\\\\\\s?#]*");

    public PageDesign {
        readers = Collections.unmodifiableMap(new LinkedHashMap<>(readers));
        texts = Map.copyOf(texts);
    }

    static PageDesign read(Table table) {
        return new PageDesign(
                matching(table, "accent", COLOUR, "a colour such as \"#0b5cad\""),
                matching(table, "pages_style", PATH, "the path of a style sheet below base_url, such as \"/feeds.css\"")
                        .map(path -> path.substring(1)),
                readers(table),
                texts(table));
    }

    /** Returns this design with an accent colour, if it has none and the other is a colour. */
    public PageDesign withDefaultAccent(Supplier<Optional<String>> other) {
        var colour =
                accent.or(() -> other.get().filter(text -> COLOUR.matcher(text).matches()));
        return new PageDesign(colour, style, readers, texts);
    }

    private static Optional<String> matching(Table table, String key, Pattern pattern, String message) {
        var text = table.string(key);
        if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
            table.error(key, "`%s` must be %s".formatted(key, message));
            return Optional.empty();
        }
        return text;
    }

    /** Returns the default readers without those that are removed, then the added ones. */
    private static Map<String, String> readers(Table table) {
        var readers = new LinkedHashMap<String, String>();
        TextResource.lines(PageDesign.class, "readers.txt").forEach(line -> {
            var reader = line.split(" = ", -1);
            readers.put(reader[0], reader[1]);
        });
        var configured = table.table("readers").orElse(SettingValues.NONE);
        table.stringTable("readers").forEach((name, pattern) -> {
            if (pattern.isEmpty() && readers.remove(name) == null) {
                configured.error(name, unknown(name, "reader", readers.keySet()));
            } else if (!pattern.isEmpty() && !isPattern(pattern)) {
                configured.error(
                        name,
                        "`%s` must be the address that opens the reader, with {url} for the feed".formatted(name));
            } else if (!pattern.isEmpty()) {
                readers.put(name, pattern);
            }
        });
        return readers;
    }

    private static boolean isPattern(String text) {
        var url = text.replace(URL, "");
        return url.length() < text.length()
                && url.matches("https?:.*")
                && WebUrl.parse(url).filter(WebUrl::isOne).isPresent();
    }

    private static Map<String, String> texts(Table table) {
        var english = TextResource.bundle(TEXTS, Locale.ROOT);
        var configured = table.table("texts").orElse(SettingValues.NONE);
        var texts = table.stringTable("texts");
        texts.forEach((key, text) -> {
            if (!english.containsKey(key)) {
                configured.error(key, unknown(key, "text", english.keySet()));
            } else if (!placeholders(english.getString(key)).containsAll(placeholders(text))) {
                configured.error(
                        key, "`%s` has a placeholder that \"%s\" has not".formatted(key, english.getString(key)));
            } else if (key.equals("months") && text.split(" ", -1).length != 12) {
                configured.error(key, "`months` must be the names of the twelve months, with spaces between them");
            } else if (key.equals("direction") && !DIRECTIONS.contains(text)) {
                configured.error(key, "`direction` must be \"ltr\" or \"rtl\"");
            }
        });
        return texts;
    }

    private static String unknown(String name, String kind, Set<String> known) {
        return "there is no %s `%s`%s".formatted(kind, name, Suggestion.among(known, name));
    }

    private static Set<String> placeholders(String text) {
        var found = Pattern.compile(PLACEHOLDER).matcher(text).results();
        return found.map(MatchResult::group).collect(Collectors.toSet());
    }
}
