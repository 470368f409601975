package org.feedside.tools.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.tools.setup.SiteFiles.Keys;

/** Reads an Eleventy project without running it: its data files, and string literals in its configuration. */
final class EleventySite {
    private static final List<String> CONFIGURATIONS = List.of(
            "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", ".eleventy.js", "eleventy.config.ts");
    private static final List<String> DATA = List.of("metadata", "site", "meta");
    private static final List<String> ENDINGS = List.of(".json", ".js", ".mjs", ".cjs");
    private static final String PACKAGE = "package.json";

    private static final Pattern INPUT =
            Pattern.compile("(?:\\binput\\s*:|setInputDirectory\\()\\s*[\"']([^\"']+)[\"']");
    private static final Pattern OUTPUT =
            Pattern.compile("(?:\\boutput\\s*:|setOutputDirectory\\()\\s*[\"']([^\"']+)[\"']");
    private static final Pattern COMPUTED_INPUT = Pattern.compile("\\binput\\s*:\\s*[\\w.]");
    private static final List<String> FOLDERS = List.of("src", "content", "site", "source");
    private static final String IGNORE = ".eleventyignore";
    private static final Pattern FEED = Pattern.compile("\\boutputPath\\s*:\\s*[\"']/?([^\"'{}]+\\.xml)[\"']");
    private static final Pattern RSS = Pattern.compile("\\btype\\s*:\\s*[\"']rss[\"']");

    /** Hosts of source code; a URL there is not the site's. */
    private static final Pattern CODE =
            Pattern.compile("^https?://(?:www\\.)?(?:github|gitlab|npmjs)\\.com/|^https?://codeberg\\.org/");

    private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^\\s*//.*$");
    private static final Pattern PERMALINK = Pattern.compile("(?m)^permalink\\s*:\\s*[\"']?/?([^\"'\\s{}]+\\.xml)");

    private EleventySite() {}

    static Optional<SiteFindings> find(SiteFiles files) {
        var configuration = CONFIGURATIONS.stream().filter(files::has).findFirst();
        var manifest = files.keys(PACKAGE);
        var isNamed = manifest.filter(keys -> Stream.of("dependencies", "devDependencies")
                        .flatMap(group -> keys.inner(group).stream())
                        .anyMatch(group -> group.has("@11ty/eleventy")))
                .isPresent();
        if (configuration.isEmpty() && !isNamed) {
            return Optional.empty();
        }
        var script = configuration.flatMap(files::text).orElse("");
        var facts = new SiteFacts();
        Optional<String> input =
                first(INPUT, script).map(path -> path.replaceFirst("^\\./", "").replaceFirst("/+$", ""));
        if (input.isEmpty() && COMPUTED_INPUT.matcher(script).find()) {
            input = FOLDERS.stream()
                    .filter(folder -> files.hasFolder(folder + "/_data") || files.hasFolder(folder + "/_includes"))
                    .findFirst();
            input.ifPresent(folder -> facts.note(
                    "%s computes its input folder: %s is assumed".formatted(configuration.orElse(""), folder)));
        }
        var folders = new ArrayList<>(List.of("_data/"));
        input.ifPresent(folder -> folders.add(0, folder + "/_data/"));
        data(files, folders, facts);
        facts.domain(files.text("CNAME"), "CNAME");
        manifest.ifPresent(keys -> manifest(keys, facts));
        input.filter(folder -> !folder.isEmpty() && !folder.equals("."))
                .ifPresent(folder -> facts.text("site.content", Optional.of(folder), configuration.orElse("")));
        var prefix = input.map(folder -> folder + "/").orElse("");
        facts.ignored(
                        files.text(IGNORE).stream()
                                .flatMap(String::lines)
                                .map(String::strip)
                                .filter(line -> !line.startsWith("#") && !line.startsWith("!"))
                                .map(line -> line.replaceFirst("^\\.?/", ""))
                                .map(line -> line.startsWith(prefix) ? line.substring(prefix.length()) : line)
                                .toList(),
                        IGNORE)
                .text("site.slugs", Optional.of("off"), "Eleventy's defaults");
        facts.built(first(OUTPUT, script).or(() -> Optional.of("_site")), files, configuration.orElse(PACKAGE));
        feed(files, script, configuration.orElse(""), prefix, facts);
        return Optional.of(facts.of("Eleventy", files));
    }

    private static void data(SiteFiles files, List<String> folders, SiteFacts facts) {
        for (var folder : folders) {
            for (var name : DATA) {
                for (var ending : ENDINGS) {
                    var file = folder + name + ending;
                    keys(files, file).ifPresent(keys -> data(keys, file, facts));
                }
            }
        }
    }

    /** Data files are JSON, or scripts that export one plain object, which can be parsed as YAML. */
    private static Optional<Keys> keys(SiteFiles files, String file) {
        if (file.endsWith(".json")) {
            return files.keys(file);
        }
        return files.text(file)
                .map(text -> COMMENT_LINE.matcher(text).replaceAll(""))
                .filter(text -> text.contains("{") && text.lastIndexOf('}') > text.indexOf('{'))
                .flatMap(text -> files.keys(file, text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1)));
    }

    private static void data(Keys keys, String file, SiteFacts facts) {
        for (var key : List.of("url", "baseUrl", "base_url")) {
            facts.baseUrl(keys.text(key), file);
        }
        facts.text("site.title", keys.text("title"), file)
                .text("site.title", keys.text("name"), file)
                .text("site.description", keys.text("description"), file)
                .text("site.description", keys.text("subtitle"), file)
                .text("site.language", keys.text("language"), file)
                .text("site.language", keys.text("lang"), file)
                .author(keys, "author", file);
    }

    /** A package's name is not a title, but its other fields often describe the site. */
    private static void manifest(Keys keys, SiteFacts facts) {
        var author = keys.text("author").map(name -> name.replaceFirst("\\s*\\(.*\\)$", ""));
        facts.baseUrl(
                        keys.text("homepage")
                                .filter(address -> !CODE.matcher(address).find()),
                        PACKAGE)
                .text("site.description", keys.text("description"), PACKAGE)
                .text("site.author", author, PACKAGE)
                .author(keys, "author", PACKAGE);
    }

    private static void feed(SiteFiles files, String script, String configuration, String input, SiteFacts facts) {
        var configured = first(FEED, script);
        if (configured.isPresent()) {
            var key = RSS.matcher(script).find() ? "site.rss" : "site.atom";
            facts.texts(key, List.of(configured.get()), configuration);
            return;
        }
        for (var file : List.of(input + "feed/feed.njk", input + "feed.njk")) {
            var text = files.text(file);
            text.flatMap(t -> first(PERMALINK, t))
                    .ifPresent(name ->
                            facts.texts(text.get().contains("<rss") ? "site.rss" : "site.atom", List.of(name), file));
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().map(match -> match.group(1));
    }
}
