package org.feedside.tools.setup;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.toml.TomlText;
import org.feedside.config.PermalinkPattern;
import org.feedside.config.SiteConfigReader;
import org.feedside.tools.setup.SiteFiles.Keys;

/** Collects values for the keys of {@code feedside.toml}. The first value of a key wins. */
final class SiteFacts {
    private final Map<String, SiteFindings.Fact> facts = new LinkedHashMap<>();
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

    /** Adds a number or a truth value. */
    SiteFacts value(String key, Optional<?> value, String source) {
        value.ifPresent(v -> facts.putIfAbsent(key, new SiteFindings.Fact(v.toString(), source)));
        return this;
    }

    /** Adds the site's address if the text is a valid base_url. */
    SiteFacts baseUrl(Optional<String> value, String source) {
        return text("site.base_url", value.filter(SiteConfigReader::isBaseUrl), source);
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
        var unknown = PermalinkPattern.ofStyle(pattern).unknownPlaceholder();
        if (unknown.isPresent()) {
            return note("%s has posts at %s, and the placeholder `:%s` is unknown: write `permalink` without it"
                    .formatted(source, written, unknown.get()));
        }
        return text("site.permalink", Optional.of(pattern), source);
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

    /** Joins a URL and a path with one slash. */
    static String join(String address, String path) {
        var bare = path.replaceFirst("^/+", "").replaceFirst("/+$", "");
        return bare.isEmpty() ? address : address.replaceFirst("/+$", "") + "/" + bare;
    }
}
