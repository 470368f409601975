package org.feedside.tools.setup;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.toml.TomlText;
import org.feedside.config.PermalinkPattern;
import org.feedside.config.SiteConfigReader;
import org.feedside.tools.setup.SiteFiles.Keys;

/** Collects what is known of a site, by the keys of {@code feedside.toml}; of two values for a key, the first stays. */
final class SiteFacts {
    private final Map<String, SiteFindings.Fact> facts = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** Gathers a text, if there is one. */
    SiteFacts text(String key, Optional<String> value, String source) {
        value.filter(text -> !text.isBlank()).ifPresent(text -> put(key, TomlText.quoted(text), source));
        return this;
    }

    SiteFacts texts(String key, List<String> values, String source) {
        put(key, TomlText.quoted(values), source);
        return this;
    }

    /** Where the site is, if the text is an address that feeds can have. */
    SiteFacts baseUrl(Optional<String> value, String source) {
        return text("site.base_url", value.filter(SiteConfigReader::isBaseUrl), source);
    }

    /** A domain, as a host of static sites is told it in a file. */
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

    /** The path of posts, if all its placeholders mean something. */
    SiteFacts permalink(String written, String source) {
        var isStyle = PermalinkPattern.isStyle(written);
        var pattern = isStyle || written.startsWith("/") ? written : "/" + written;
        var unknown = PermalinkPattern.ofStyle(pattern).unknownPlaceholder();
        if (unknown.isPresent()) {
            return note("%s has posts at %s, and `:%s` means nothing here: write `permalink` in another way"
                    .formatted(source, written, unknown.get()));
        }
        return text("site.permalink", Optional.of(pattern), source);
    }

    /** Who writes: a name, or a table with name and email. */
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

    /** All that was found in a site of a kind. */
    SiteFindings of(String kind, SiteFiles files) {
        return new SiteFindings(
                Optional.of(kind),
                facts,
                Stream.concat(files.notes().stream(), notes.stream()).toList());
    }

    private void put(String key, String toml, String source) {
        facts.putIfAbsent(key, new SiteFindings.Fact(toml, source));
    }

    private static boolean isTimezone(String name) {
        try {
            return !ZoneId.of(name).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** An address with a path behind it, without two slashes between them. */
    static String join(String address, String path) {
        var bare = path.replaceFirst("^/+", "").replaceFirst("/+$", "");
        return bare.isEmpty() ? address : address.replaceFirst("/+$", "") + "/" + bare;
    }
}
