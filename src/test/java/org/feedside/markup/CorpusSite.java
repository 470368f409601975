package org.feedside.markup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedside.base.slugs.SlugMode;
import org.feedside.base.slugs.Slugs;
import org.feedside.config.MarkdownConfig;
import org.feedside.config.MarkdownConfig.ExternalLinks;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.tomlj.Toml;
import org.tomlj.TomlTable;

/** A real site with Zola's feeds, parsed just well enough to render its pages. */
final class CorpusSite {
    private static final Pattern FRONT_MATTER =
            Pattern.compile("^\\s*(\\+\\+\\+|---)\\r?\\n(.*?)\\r?\\n?\\1[ \\t]*(?:\\r?\\n|$)\\s*?", Pattern.DOTALL);
    private static final Pattern DATED_NAME = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d(?:T[^_]*)?\\s?[_-](.+)$");

    private final Path root;
    private final TomlTable config;
    private final Map<String, MarkdownBody> pages = new HashMap<>();
    private final Map<String, String> permalinks = new HashMap<>();

    record Entry(String link, String kind, String html) {}

    CorpusSite(Path root) {
        this.root = root;
        var file = root.resolve("site/zola.toml");
        this.config = toml(read(Files.exists(file) ? file : root.resolve("site/config.toml")));
        var content = root.resolve("site/content");
        for (var path : files(content, ".md")) {
            readPage(content.relativize(path).toString(), read(path));
        }
    }

    String name() {
        return String.valueOf(root.getFileName());
    }

    MarkdownConfig dialect() {
        return new MarkdownConfig(
                option("smart_punctuation", false),
                option("definition_list", false),
                option("github_alerts", false),
                option("render_emoji", false),
                option("bottom_footnotes", false),
                false,
                new ExternalLinks(
                        "",
                        option("external_links_target_blank", false),
                        option("external_links_no_follow", false),
                        option("external_links_no_referrer", false),
                        option("external_links_external", true)));
    }

    ContentLinks links() {
        return path -> Optional.ofNullable(permalinks.get(path));
    }

    Map<String, MarkdownBody> pages() {
        return pages;
    }

    List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (var path : files(root.resolve("expected"), ".xml")) {
            var feed = Jsoup.parse(read(path), "", Parser.xmlParser());
            for (var entry : feed.select("feed > entry")) {
                var link = entry.select("link").stream()
                        .filter(candidate -> candidate.attr("rel").isEmpty()
                                || candidate.attr("rel").equals("alternate"))
                        .map(candidate -> candidate.attr("href"))
                        .findFirst();
                add(entries, link.orElse(""), "atom", entry.select("content, summary"));
            }
            for (var item : feed.select("channel > item")) {
                add(entries, item.select("link").text().strip(), "rss", item.select("description"));
            }
        }
        return entries.stream().distinct().toList();
    }

    private static void add(List<Entry> entries, String link, String kind, Elements html) {
        html.stream()
                .limit(1)
                .filter(element -> !element.wholeText().isEmpty())
                .forEach(element -> entries.add(new Entry(link, kind, element.wholeText())));
    }

    private boolean option(String key, boolean defaultValue) {
        return config.getBoolean("markdown." + key, () -> defaultValue);
    }

    private void readPage(String path, String text) {
        var matcher = FRONT_MATTER.matcher(text);
        if (!matcher.lookingAt()) {
            return;
        }
        var front = matcher.group(1).equals("+++") ? toml(matcher.group(2)) : yaml(matcher.group(2));
        var permalink = permalink(path, front);
        permalinks.put(path, permalink);
        var firstLine = (int) text.substring(0, matcher.end())
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        pages.put(
                permalink,
                new MarkdownBody(path, firstLine, text.substring(matcher.end()), permalink, linkedHeadings(path)));
    }

    private boolean linkedHeadings(String path) {
        var folder = root.resolve("site/content").resolve(path).getParent();
        while (folder != null && folder.startsWith(root) && !Files.exists(folder.resolve("_index.md"))) {
            folder = folder.getParent();
        }
        var section = (folder == null ? root : folder).resolve("_index.md");
        return Files.exists(section) && read(section).contains("insert_anchor_links = \"heading\"");
    }

    private String permalink(String path, TomlTable front) {
        var slash = path.lastIndexOf('/');
        var folder = slash < 0 ? "" : path.substring(0, slash + 1);
        var stem = path.substring(slash + 1, path.length() - ".md".length());
        var language = "";
        for (var code : languages()) {
            if (stem.endsWith("." + code)) {
                stem = stem.substring(0, stem.length() - code.length() - 1);
                language = code + "/";
            }
        }
        if (front.contains("path")) {
            return join(String.valueOf(front.get("path")));
        }
        if (stem.equals("_index")) {
            return join(language + folder);
        }
        if (stem.equals("index") && !folder.isEmpty()) {
            var parent = folder.substring(0, folder.length() - 1);
            folder = parent.substring(0, parent.lastIndexOf('/') + 1);
            stem = parent.substring(parent.lastIndexOf('/') + 1);
        }
        var dated = DATED_NAME.matcher(stem);
        var name = dated.matches() ? dated.group(1) : stem;
        var slug = front.contains("slug") ? String.valueOf(front.get("slug")) : name;
        return join(language + folder + Slugs.ofPath(slug, SlugMode.ON));
    }

    private Iterable<String> languages() {
        var languages = config.getTable("languages");
        return languages == null ? List.of() : languages.keySet();
    }

    private String join(String path) {
        var base = String.valueOf(config.getString("base_url")).replaceAll("/+$", "");
        return (base + "/" + path.replaceAll("^/+", "") + "/").replaceAll("(?<!:)/+$", "/");
    }

    private static TomlTable toml(String text) {
        return Toml.parse(text);
    }

    private static TomlTable yaml(String text) {
        var toml = new StringBuilder();
        Matcher key = Pattern.compile("(?m)^(slug|path):\\s*\"?(.*?)\"?\\s*$").matcher(text);
        while (key.find()) {
            toml.append(key.group(1)).append(" = '").append(key.group(2)).append("'\n");
        }
        return Toml.parse(toml.toString());
    }

    private static List<Path> files(Path folder, String suffix) {
        try (var walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
