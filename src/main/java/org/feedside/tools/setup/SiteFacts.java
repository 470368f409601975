package org.feedside.tools.setup;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.TomlText;
import org.feedside.base.toml.Value;
import org.feedside.config.PermalinkPattern;
import org.feedside.config.SiteConfigReader;
import org.feedside.tools.setup.SiteFiles.Keys;

/** Collects values for the keys of {@code feedside.toml}. The first value of a key wins. */
final class SiteFacts {
    private final Map<String, SiteFindings.Fact> facts = new LinkedHashMap<>();
    private static final Pattern HOST = Pattern.compile("[\\p{Alnum}-]+(?:\\.[\\p{Alnum}-]+)+(?:/.*)?");

    private final List<String> notes = new ArrayList<>();

    /** Adds a text if it is not blank. */
    SiteFacts text(String key, Optional<String> value, String source) {
        value.filter(text -> !text.isBlank())
                .ifPresent(text -> facts.putIfAbsent(key, new SiteFindings.Fact(TomlText.quoted(text), source)));
        return this;
    }

    SiteFacts texts(String key, List<String> values, String source) {
        facts.putIfAbsent(key, new SiteFindings.Fact(TomlText.quoted(values), source));
        return this;
    }

    /** Adds front matter by path: inline tables of TOML. */
    SiteFacts defaults(List<String> tables, String source) {
        return value(
                "site.defaults",
                Optional.of("[%s]".formatted(String.join(", ", tables))).filter(text -> !tables.isEmpty()),
                source);
    }

    /** Adds files that are not posts: files, folders, or globs. */
    SiteFacts ignored(List<String> paths, String source) {
        var globs = paths.stream()
                .map(path -> path.replaceFirst("^\\.?/", "").replaceFirst("/+$", ""))
                .filter(path -> !path.isEmpty())
                .flatMap(path -> path.endsWith("*") ? Stream.of(path) : Stream.of(path, path + "/*"))
                .toList();
        return globs.isEmpty() ? this : texts("site.ignored_content", globs, source);
    }

    /** Returns the keys of a table, and a path, as an inline table of TOML. */
    static String inline(String path, Table values) {
        var own = new Table(Map.of("path", new Value(path, values.place())), values.place(), List.of());
        return toml(own.withDefaults(values));
    }

    private static String toml(Object content) {
        if (content instanceof List<?> elements) {
            return elements.stream()
                    .map(element -> toml(((Value) element).content()))
                    .collect(Collectors.joining(", ", "[", "]"));
        } else if (content instanceof Table table) {
            return table.keys().stream()
                    .map(key -> "%s = %s"
                            .formatted(
                                    TomlText.quoted(key),
                                    toml(table.value(key).orElseThrow().content())))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return content instanceof String text ? TomlText.quoted(text) : content.toString();
    }

    /** Adds a number or a truth value. */
    SiteFacts value(String key, Optional<?> value, String source) {
        value.ifPresent(v -> facts.putIfAbsent(key, new SiteFindings.Fact(v.toString(), source)));
        return this;
    }

    /** Adds the site's address if the text is a valid base_url, perhaps without its scheme. */
    SiteFacts baseUrl(Optional<String> value, String source) {
        return text(
                "site.base_url",
                value.map(url -> HOST.matcher(url).matches() ? "https://" + url : url)
                        .filter(SiteConfigReader::isBaseUrl),
                source);
    }

    /** Adds the folder of the built site, if the site was built. */
    SiteFacts built(Optional<String> folder, SiteFiles files, String source) {
        return text(
                SiteFinder.BUILT,
                folder.map(name -> name.replaceFirst("^\\./", "").replaceFirst("/+$", ""))
                        .filter(files::hasPages),
                source);
    }

    /** Adds the domain from a CNAME file, as hosts of static sites use it. */
    SiteFacts domain(Optional<String> file, String source) {
        return baseUrl(
                file.flatMap(text -> text.lines().map(String::strip).findFirst())
                        .filter(line -> line.matches("[\\p{Alnum}.-]+"))
                        .map("https://%s"::formatted),
                source);
    }

    SiteFacts timezone(Optional<String> value, String source) {
        return text("timezone", value.filter(SiteFacts::isTimezone), source);
    }

    /** Adds the permalink pattern if all its placeholders are known. */
    SiteFacts permalink(String written, String source) {
        var isStyle = PermalinkPattern.isStyle(written);
        var pattern = isStyle || written.startsWith("/") ? written : "/" + written;
        return text("site.permalink", Optional.of(pattern).filter(text -> isKnownPermalink(text, source)), source);
    }

    /** Returns whether all placeholders are known; an unknown one is noted. */
    boolean isKnownPermalink(String pattern, String source) {
        var unknown = PermalinkPattern.ofStyle(pattern).unknownPlaceholder();
        unknown.ifPresent(
                name -> note("%s has posts at %s, and the placeholder `:%s` is unknown: write `permalink` without it"
                        .formatted(source, pattern, name)));
        return unknown.isEmpty();
    }

    /** Adds the author: a name, or a table with name and email. */
    SiteFacts author(Keys keys, String path, String source) {
        var name = keys.text(path).or(() -> keys.text(path + ".name"));
        var email = keys.text(path + ".email").filter(mail -> mail.contains("@"));
        return text("site.author", name.map(n -> withEmail(n, email)), source);
    }

    static String withEmail(String name, Optional<String> email) {
        return name.contains("@") ? name : name + email.map(" <%s>"::formatted).orElse("");
    }

    SiteFacts note(String text) {
        notes.add(text);
        return this;
    }

    /** Returns all findings about a site of this kind. */
    SiteFindings of(String kind, SiteFiles files) {
        text("site.generator", Optional.of(kind.toLowerCase(Locale.ROOT)), kind + "'s files");
        return new SiteFindings(
                Optional.of(kind),
                facts,
                Stream.concat(files.notes().stream(), notes.stream()).toList());
    }

    private static boolean isTimezone(String name) {
        try {
            return !ZoneId.of(name).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Joins a URL and a path as Jekyll does: a slash at the end of the URL stays in front of that of each path. */
    static String join(String address, String path) {
        var bare = path.replaceFirst("^/+", "").replaceFirst("/+$", "");
        return bare.isEmpty() ? address + (address.endsWith("/") ? "/" : "") : address + "/" + bare;
    }
}
