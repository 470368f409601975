package org.feedside.markup;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
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
            asyncAll asyncEach capture case comment doc for if ifAsync ifchanged macro set switch tablerow unless""".split("\\s+", -1));
    private static final Set<String> RAW = Set.of("raw", "verbatim");
    private static final Set<String> SILENT = Set.of("", "assign", "set", "else");
    private static final String HIGHLIGHT = "highlight";
    private static final String FENCE = "``````";

    /** What precedes the address of a link or an image in Markdown, or in an attribute. */
    private static final Pattern OPENING =
            Pattern.compile("(?:(?<markdown>]\\()\\s*<?|]:\\s*<?|(?:href|(?<source>src))\\s*=\\s*[\"'])\\z");

    private static final String ADDRESS_ENDS = " \t\r\n()<>\"'";
    private static final int MAX_ADDRESS = 200;
    private static final Pattern URL = Pattern.compile("(?i)https?://\\S+");
    private static final Pattern INDENT = Pattern.compile("(?:\\A|\\n)[ \\t]*\\z");
    private static final Pattern TAG_LINE = Pattern.compile("\\{%[^\\n]*?%}[ \\t]*(?:\\R|\\z)");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final MarkdownBody body;
    private final String source;
    private final ContentLinks links;
    private final Templates templates;
    private final IntConsumer removals;
    private final StringBuilder out = new StringBuilder();

    /** Where texts were found last. */
    private final Map<String, Integer> found = new HashMap<>();

    private String hidingTag = "";
    private int hidingDepth;
    private boolean isFenced;
    private int at;

    /**
     * @param removals receives the place of each part that was left out of the result
     */
    LiquidText(MarkdownBody body, ContentLinks links, Templates templates, IntConsumer removals) {
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
                output(value(inside));
            } else if (source.charAt(brace + 1) == '%') {
                tag(inside);
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
        var isComment = templates.generator() == Generator.ELEVENTY && source.startsWith("{# ", brace);
        var isTag = isComment || source.startsWith("{%", brace) || source.startsWith("{{", brace);
        var close = isTag ? find(source.substring(brace + 1, brace + 2).replace('{', '}') + "}", brace + 2) : -1;
        return close < 0 ? -1 : close + 2;
    }

    /** Finds a text, also from several places in linear time; -1 if it does not occur any more. */
    private int find(String text, int from) {
        var last = found.getOrDefault(text, 0);
        if (last >= 0 && last < from) {
            last = source.indexOf(text, from);
            found.put(text, last);
        }
        return last;
    }

    private void tag(String inside) {
        var word = WORD.matcher(inside);
        var name = word.lookingAt() ? word.group() : "";
        var arguments = inside.substring(name.length()).strip();
        if (RAW.contains(name)) {
            var end = find("end" + name, at);
            var tag = end < 0 ? -1 : source.lastIndexOf("{%", end);
            keep(tag < at ? source.length() : tag);
        } else if (hidingDepth > 0) {
            hidingDepth += name.equals(hidingTag) ? 1 : name.equals("end" + hidingTag) ? -1 : 0;
        } else if (HIDING.contains(name) && !(name.equals("set") && arguments.contains("="))) {
            hidingTag = name;
            hidingDepth = 1;
            removals.accept(out.length());
        } else if (name.equals(HIGHLIGHT) && isAlone(at) && isAlone(find("end" + HIGHLIGHT, at))) {
            isFenced = true;
            out.append(FENCE).append(arguments.replaceAll("[\"']", "").split("[\\s,]", 2)[0]);
        } else if (isFenced && name.equals("end" + HIGHLIGHT)) {
            isFenced = false;
            out.append(FENCE);
        } else if (name.equals("link") || name.equals("post_url")) {
            var target = arguments.replaceAll("^/+|[\"']", "").split("\\s", 2)[0];
            var file = target.substring(target.lastIndexOf('/') + 1);
            output(links.permalink(target).or(() -> links.permalink(ContentLinks.NAMED + file)));
        } else if (!name.startsWith("end") && !SILENT.contains(name)) {
            output(Optional.empty());
        }
    }

    /** Whether the tag at an offset, or before it, is alone on its line. */
    private boolean isAlone(int offset) {
        var from = Math.max(0, offset - MAX_ADDRESS);
        var before = offset < 0 ? "" : source.substring(from, offset);
        var tag = before.lastIndexOf("{%");
        return tag >= 0
                && INDENT.matcher(before.substring(0, tag)).find()
                && TAG_LINE.matcher(source)
                        .region(from + tag, Math.min(source.length(), offset + MAX_ADDRESS))
                        .lookingAt();
    }

    /** Appends a value. If it is unknown and part of an address, the page takes the place of that address. */
    private void output(Optional<String> value) {
        if (hidingDepth > 0) {
            return;
        }
        if (value.isEmpty()) {
            removals.accept(out.length());
        }
        var start = out.length();
        while (start > 0 && out.length() - start < MAX_ADDRESS && ADDRESS_ENDS.indexOf(out.charAt(start - 1)) < 0) {
            start--;
        }
        var opening = OPENING.matcher(out.substring(Math.max(0, start - 10), start));
        if (!opening.find()
                || value.filter(text -> !URL.matcher(text).matches()).isPresent()) {
            out.append(value.orElse(""));
            return;
        }
        out.setLength(start);
        if (value.isEmpty()) {
            skipAddress();
        }
        out.append(value.orElse(opening.group("source") == null ? body.permalink() : ""));
        var windowStart = Math.max(0, start - MAX_ADDRESS);
        var mark = windowStart + out.substring(windowStart, start).lastIndexOf("[") - 1;
        if (value.isEmpty() && opening.group("markdown") != null && mark >= windowStart && out.charAt(mark) == '!') {
            out.deleteCharAt(mark);
        }
    }

    private void skipAddress() {
        while (at < source.length() && ADDRESS_ENDS.indexOf(source.charAt(at)) < 0) {
            var end = source.charAt(at) == '{' ? tagEnd(at) : -1;
            at = end < 0 ? at + 1 : end;
        }
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
        return Optional.ofNullable(Map.of(
                        "site.url", host,
                        "site.baseurl",
                                templates.baseUrl().substring(host.length()).replaceFirst("/+$", ""),
                        "site.title", templates.title(),
                        "page.url", body.permalink(),
                        "page.title", body.title(),
                        "title", body.title())
                .get(text));
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
            default -> Optional.empty();
        };
    }
}
