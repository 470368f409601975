package org.feedside.markup;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedside.config.Generator;
import org.feedside.config.MarkdownConfig.Templates;

/**
 * A post of Jekyll or Eleventy without its Liquid or Nunjucks, which those process before Markdown. What depends on data
 * or code of the site is not known here, so it does not reach readers: comments, conditional parts and loops are removed
 * with their content, other tags alone. Only addresses and titles are filled in. Line breaks stay, so that later problems
 * have the right lines.
 */
final class LiquidText {
    private static final Set<String> HIDING = Set.of("""
            asyncAll asyncEach capture case comment doc for if ifAsync ifchanged macro set switch tablerow unless
            with""".split("\\s+", -1));
    private static final Set<String> RAW = Set.of("raw", "verbatim");
    private static final Set<String> SILENT = Set.of("", "assign", "set", "else");
    private static final String HIGHLIGHT = "highlight";
    private static final String FENCE = "``````";

    /** What precedes a tag within an address: a Markdown link or image, the definition of one, or an attribute. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:(?<image>!?)\\[[^\\]\\n]*]\\(\\s*<?|(?m:^)[ ]{0,3}\\[[^\\]\\n]+]:\\s*<?|(?:href|(?<source>src))\\s*=\\s*[\"']?)(?<start>[^()\\s<>\"']*)\\z");

    private static final int MAX_ADDRESS_START = 500;
    private static final Pattern URL = Pattern.compile("(?i)https?://\\S+");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final MarkdownBody body;
    private final String source;
    private final ContentLinks links;
    private final Templates templates;
    private final TemplateRemovals removals;
    private final StringBuilder out = new StringBuilder();

    /** Ends of tags that do not occur any more: each is searched for once. */
    private final Set<String> missing = new HashSet<>();

    private String hidingTag = "";
    private int hidingDepth;
    private int at;

    LiquidText(MarkdownBody body, ContentLinks links, Templates templates, TemplateRemovals removals) {
        this.body = body;
        this.source = body.markdown();
        this.links = links;
        this.templates = templates;
        this.removals = removals;
    }

    String text() {
        for (var brace = source.indexOf('{'); brace >= 0; brace = source.indexOf('{', at)) {
            keep(brace);
            var end = tagEnd(brace);
            if (end < 0) {
                keep(brace + 1);
                continue;
            }
            at = end;
            var inside = source.substring(brace + 2, end - 2)
                    .replaceAll("^[-~]|[-~]$", "")
                    .strip();
            if (source.charAt(brace + 1) == '{') {
                output(brace, value(inside));
            } else if (source.charAt(brace + 1) == '%') {
                tag(brace, inside);
            }
            out.append(inside.replaceAll("[^\\n]", ""));
        }
        keep(source.length());
        return out.toString();
    }

    /** Copies the text up to this offset; of hidden text, only line breaks. */
    private void keep(int end) {
        if (end > at) {
            var text = source.substring(at, end);
            out.append(hidingDepth > 0 ? text.replaceAll("[^\\n]+", "") : text);
            at = end;
        }
    }

    private int tagEnd(int brace) {
        var closing = source.startsWith("{%", brace)
                ? "%}"
                : source.startsWith("{{", brace)
                        ? "}}"
                        : templates.generator() == Generator.ELEVENTY && source.startsWith("{# ", brace) ? "#}" : "";
        var close = closing.isEmpty() ? -1 : find(closing, brace + 2);
        return close < 0 ? -1 : close + 2;
    }

    private int find(String text, int from) {
        var found = missing.contains(text) ? -1 : source.indexOf(text, from);
        if (found < 0) {
            missing.add(text);
        }
        return found;
    }

    private void tag(int brace, String inside) {
        var word = WORD.matcher(inside);
        var name = word.lookingAt() ? word.group() : "";
        var arguments = inside.substring(name.length()).strip();
        if (RAW.contains(name)) {
            var end = find("end" + name, at);
            var tag = end < 0 ? -1 : source.lastIndexOf("{%", end);
            keep(tag < at ? source.length() : tag);
        } else if (hidingDepth > 0) {
            hidingDepth += name.equals(hidingTag) ? 1 : name.equals("end" + hidingTag) ? -1 : 0;
        } else if (HIDING.contains(name) && !arguments.contains("=") | !name.equals("set")) {
            hidingTag = name;
            hidingDepth = 1;
            removals.add(brace);
        } else if (name.equals(HIGHLIGHT) && find("end" + HIGHLIGHT, at) >= 0) {
            fence(arguments.replaceAll("[\"']", "").split("[\\s,]", 2)[0]);
        } else if (name.equals("end" + HIGHLIGHT)) {
            fence("");
        } else if (name.equals("link") || name.equals("post_url")) {
            output(brace, address(name, arguments.replaceAll("[\"']", "").split("\\s", 2)[0]));
        } else if (!name.startsWith("end") && !SILENT.contains(name)) {
            output(brace, Optional.empty());
        }
    }

    private void fence(String language) {
        var lineStart = out.lastIndexOf("\n") + 1;
        out.append(out.substring(lineStart).isBlank() ? "" : "\n").append(FENCE).append(language);
        if (at < source.length() && "\r\n".indexOf(source.charAt(at)) < 0) {
            out.append('\n');
        }
    }

    /** Appends a value. If it is unknown and part of an address, the page takes the place of that address. */
    private void output(int brace, Optional<String> value) {
        if (hidingDepth > 0) {
            return;
        }
        if (value.isEmpty()) {
            removals.add(brace);
        }
        var tailStart = Math.max(0, out.length() - MAX_ADDRESS_START);
        var address = ADDRESS.matcher(out.substring(tailStart));
        if (!address.find()
                || value.filter(text -> !URL.matcher(text).matches()).isPresent()) {
            out.append(value.orElse(""));
            return;
        }
        out.setLength(tailStart + address.start("start"));
        if (value.isPresent()) {
            out.append(value.get());
            return;
        }
        skipAddress();
        if (address.group("source") == null) {
            out.append(body.permalink());
        }
        if ("!".equals(address.group("image"))) {
            out.deleteCharAt(tailStart + address.start("image"));
        }
    }

    private void skipAddress() {
        while (at < source.length() && " \t\r\n()<>\"'".indexOf(source.charAt(at)) < 0) {
            var end = source.charAt(at) == '{' ? tagEnd(at) : -1;
            at = end < 0 ? at + 1 : end;
        }
    }

    private Optional<String> address(String tag, String target) {
        var path = target.replaceFirst("^/+", "");
        return tag.equals("link")
                ? links.permalink(path)
                : links.permalink(ContentLinks.NAMED + path.substring(path.lastIndexOf('/') + 1));
    }

    private Optional<String> value(String expression) {
        var parts = expression.split("\\|", -1);
        var value = operand(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            var filter = parts[i].strip();
            value = value.flatMap(text -> filtered(text, filter));
        }
        return value;
    }

    private Optional<String> operand(String written) {
        var text = written.strip();
        if (text.matches("'[^']*'|\"[^\"]*\"")) {
            return Optional.of(text.substring(1, text.length() - 1));
        }
        var pathStart = templates.baseUrl().indexOf('/', templates.baseUrl().indexOf("//") + 2);
        var host = pathStart < 0 ? templates.baseUrl() : templates.baseUrl().substring(0, pathStart);
        return switch (text) {
            case "site.url" -> Optional.of(host);
            case "site.baseurl" ->
                Optional.of(templates.baseUrl().substring(host.length()).replaceFirst("/+$", ""));
            case "site.title" -> Optional.of(templates.title());
            case "page.url" -> Optional.of(body.permalink());
            case "page.title", "title" -> Optional.of(body.title()).filter(title -> !title.isEmpty());
            default -> Optional.empty();
        };
    }

    private Optional<String> filtered(String text, String filter) {
        return switch (filter.split("[:(]", 2)[0].strip()) {
            case "absolute_url", "relative_url", "url" ->
                Optional.of(
                        URL.matcher(text).matches()
                                ? text
                                : templates.baseUrl().replaceFirst("/+$", "") + "/" + text.replaceFirst("^/+", ""));
            case "escape", "xml_escape", "strip", "safe" -> Optional.of(text);
            case "prepend" -> operand(filter.substring(filter.indexOf(':') + 1)).map(start -> start + text);
            case "append" -> operand(filter.substring(filter.indexOf(':') + 1)).map(end -> text + end);
            default -> Optional.empty();
        };
    }
}
