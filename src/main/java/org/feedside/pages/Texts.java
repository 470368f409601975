package org.feedside.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.text.TextResource;
import org.feedside.config.PageDesign;
import org.feedside.formats.LanguageTag;

/**
 * Feedside's texts on the pages, in one language.
 *
 * @param language the language tag of the texts
 * @param patterns the texts by key, with placeholders such as {@code {0}} for values
 */
public record Texts(String language, Map<String, String> patterns) {
    private static final String DEFAULT = "en";
    private static final Pattern PLACEHOLDER = Pattern.compile(PageDesign.PLACEHOLDER);

    static final Texts ENGLISH = in(DEFAULT, Map.of());

    /**
     * Returns the texts in a language, or in English if there are none in it.
     *
     * @param code the language, as the configuration writes it
     * @param replaced the texts that the configuration replaces, by key
     */
    static Texts in(String code, Map<String, String> replaced) {
        var bundle = TextResource.bundle(PageDesign.TEXTS, Locale.forLanguageTag(LanguageTag.of(code)));
        var patterns = new TreeMap<String, String>();
        bundle.keySet().forEach(key -> patterns.put(key, bundle.getString(key)));
        patterns.putAll(replaced);
        var language = bundle.getLocale().getLanguage();
        return new Texts(language.isEmpty() ? DEFAULT : language, patterns);
    }

    /** Returns the direction of the script, {@code ltr} or {@code rtl}. */
    public String direction() {
        return get("direction");
    }

    /** Returns a text with these values in place of its placeholders. */
    public String get(String key, Object... values) {
        return parts(
                        key,
                        Stream.of(values)
                                .map(value -> LocalizedText.own(value.toString()))
                                .toArray(LocalizedText[]::new))
                .stream()
                .map(LocalizedText::text)
                .collect(Collectors.joining());
    }

    /** Returns a text in parts, with each value as a part of its own, because it may be in another language. */
    public List<LocalizedText> parts(String key, LocalizedText... values) {
        var pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        var parts = new ArrayList<LocalizedText>();
        var end = 0;
        for (var found : PLACEHOLDER.matcher(pattern).results().toList()) {
            parts.add(LocalizedText.own(pattern.substring(end, found.start())));
            parts.add(values[Integer.parseInt(found.group(1))]);
            end = found.end();
        }
        parts.add(LocalizedText.own(pattern.substring(end)));
        return parts;
    }

    /** Returns a date in words. The JDK's own words differ between its versions. */
    String date(LocalDate day) {
        var month = get("months").split(" ", -1)[day.getMonthValue() - 1];
        return get("date", day.getDayOfMonth(), month, day.getYear());
    }
}
